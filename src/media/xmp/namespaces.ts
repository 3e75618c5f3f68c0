/** The namespaces that are read or written here. */
export const NS = {
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  meta: 'adobe:ns:meta/',
  xmp: 'http://ns.adobe.com/xap/1.0/',
  iptc: 'http://iptc.org/std/Iptc4xmpExt/2008-02-29/',
  dcterms: 'http://purl.org/dc/terms/',
  note: 'http://ns.adobe.com/xmp/note/',
  aigc: 'http://www.tc260.org.cn/ns/AIGC/1.0/',
} as const;
