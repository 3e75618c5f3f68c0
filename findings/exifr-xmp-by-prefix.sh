#!/usr/bin/env bash
# exifr 7.1.3 (npm) names XMP properties by the prefix in the file, and leaves character references as they are.
#
# Prefixes are the writer's choice: what counts in XMP is the namespace (ISO 16684-1). The same property, IPTC's
# DigitalSourceType, is found under `Iptc4xmpExt` or `e`, as the file says; an address in `rdf:resource` is an object, in
# text a string; and `&#x2F;` stays in it. A test such as `xmp.Iptc4xmpExt?.DigitalSourceType === address` misses three
# of four valid files. ExifReader 4.46.0 gives the same string for all of them.
#
# Output seen:
#   usual: exifr {"Iptc4xmpExt":{"DigitalSourceType":"http://a.example/b"}}, ExifReader http://a.example/b
#   other prefix: exifr {"e":{"DigitalSourceType":"http://a.example/b"}}, ExifReader http://a.example/b
#   as a resource: exifr {"Iptc4xmpExt":{"DigitalSourceType":{"resource":"http://a.example/b"}}}, ExifReader http://a.example/b
#   references: exifr {"Iptc4xmpExt":{"DigitalSourceType":"http:&#x2F;&#x2F;a.example&#x2F;b"}}, ExifReader http://a.example/b
#
# Exits 0 while that holds, 1 if it changes, 2 if the packages cannot be installed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
{ echo '{"private":true,"type":"module"}' >package.json && npm install --silent --no-audit --no-fund exifr@7.1.3 exifreader@4.46.0 sharp@0.35.5; } >install.log 2>&1 ||
  { cat install.log; exit 2; }

cat >prefix.js <<'JS'
import ExifReader from 'exifreader';
import exifr from 'exifr';
import sharp from 'sharp';

const address = 'http://a.example/b';
function describe(prefix, attributes, content) {
  return `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:${prefix}="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"${attributes}>${content}</rdf:Description></rdf:RDF></x:xmpmeta>`;
}
const usual = 'Iptc4xmpExt';
const files = {
  usual: describe(usual, ` ${usual}:DigitalSourceType="${address}"`, ''),
  'other prefix': describe('e', ` e:DigitalSourceType="${address}"`, ''),
  'as a resource': describe(usual, '', `<${usual}:DigitalSourceType rdf:resource="${address}"/>`),
  references: describe(usual, ` ${usual}:DigitalSourceType="${address.replaceAll('/', '&#x2F;')}"`, ''),
};
for (const [name, xmp] of Object.entries(files)) {
  const picture = sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } });
  const jpeg = await picture.withXmp(xmp).jpeg().toBuffer();
  const found = await exifr.parse(jpeg, { xmp: true, mergeOutput: false });
  const { xmp: tags } = ExifReader.load(jpeg, { expanded: true });
  console.log(`${name}: exifr ${JSON.stringify(found)}, ExifReader ${tags.DigitalSourceType.value}`);
}
JS

node prefix.js | tee seen.txt
diff - seen.txt <<'SEEN'
usual: exifr {"Iptc4xmpExt":{"DigitalSourceType":"http://a.example/b"}}, ExifReader http://a.example/b
other prefix: exifr {"e":{"DigitalSourceType":"http://a.example/b"}}, ExifReader http://a.example/b
as a resource: exifr {"Iptc4xmpExt":{"DigitalSourceType":{"resource":"http://a.example/b"}}}, ExifReader http://a.example/b
references: exifr {"Iptc4xmpExt":{"DigitalSourceType":"http:&#x2F;&#x2F;a.example&#x2F;b"}}, ExifReader http://a.example/b
SEEN
