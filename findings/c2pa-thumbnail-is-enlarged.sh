#!/usr/bin/env bash
# c2pa-python 0.38.1 (PyPI) puts a thumbnail of 1024 x 1024 pixels into the manifest of a picture of 64 x 64.
#
# A thumbnail that is larger than its picture shows nothing more: the small picture is enlarged, and the signed JPEG or PNG
# has some 29 kB more than the picture has in all. AVIF gets no thumbnail. The manifest that is signed asks for none.
#
# Output seen:
#   jpg: thumbnail 1024x1024 JPEG, larger than the picture True
#   png: thumbnail 1024x1024 JPEG, larger than the picture True
#   webp: thumbnail 1024x1024 WEBP, larger than the picture True
#   avif: no thumbnail
#
# Exits 0 while that holds, 1 if it changes, 2 if the packages cannot be installed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
{ python3 -m venv venv && venv/bin/pip install --quiet --disable-pip-version-check c2pa-python==0.38.1 pillow==13.0.0; } >install.log 2>&1 ||
  { cat install.log; exit 2; }

# A certificate authority and a signer of our own, for this picture only.
openssl ecparam -name prime256v1 -genkey -noout -out ca.key
openssl req -x509 -new -key ca.key -sha256 -days 2 -subj '/CN=Test CA/O=Test' -out ca.pem \
  -addext 'keyUsage=critical,keyCertSign,cRLSign' 2>/dev/null
openssl ecparam -name prime256v1 -genkey -noout -out signer.key
openssl req -new -key signer.key -subj '/CN=Test signer/O=Test' -out signer.csr
cat >extensions <<'CNF'
basicConstraints=critical,CA:FALSE
keyUsage=critical,digitalSignature
extendedKeyUsage=emailProtection
subjectKeyIdentifier=hash
authorityKeyIdentifier=keyid
CNF
openssl x509 -req -in signer.csr -CA ca.pem -CAkey ca.key -CAcreateserial -sha256 -days 2 -extfile extensions \
  -out signer.pem 2>/dev/null
openssl pkcs8 -topk8 -nocrypt -in signer.key -out signer8.key
cat signer.pem ca.pem >chain.pem

cat >sign.py <<'PY'
import io
import json
import os

import c2pa
from PIL import Image

chain, key = open('chain.pem', 'rb').read(), open('signer8.key', 'rb').read()
signer = c2pa.Signer.from_info(c2pa.C2paSignerInfo(c2pa.C2paSigningAlg.ES256, chain, key, None))
manifest = json.dumps({
    'claim_generator_info': [{'name': 'example', 'version': '1'}],
    'assertions': [{'label': 'c2pa.actions', 'data': {'actions': [{
        'action': 'c2pa.created',
        'digitalSourceType': 'http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia',
    }]}}],
})


def sign(kind):
    picture, signed = f'picture.{kind}', f'signed.{kind}'
    Image.new('RGB', (64, 64), '#abc').save(picture)
    if os.path.exists(signed):
        os.remove(signed)
    c2pa.Builder(manifest).sign_file(picture, signed, signer)
    reader = c2pa.Reader(signed)
    store = json.loads(reader.json())
    thumbnail = store['manifests'][store['active_manifest']].get('thumbnail')
    if thumbnail is None:
        return 'no thumbnail'
    stream = io.BytesIO()
    reader.resource_to_stream(thumbnail['identifier'], stream)
    image = Image.open(io.BytesIO(stream.getvalue()))
    larger = len(stream.getvalue()) > os.path.getsize(picture)
    return f'thumbnail {image.width}x{image.height} {image.format}, larger than the picture {larger}'


for kind in ['jpg', 'png', 'webp', 'avif']:
    print(f'{kind}: {sign(kind)}')
PY

venv/bin/python sign.py | tee seen.txt
diff - seen.txt <<'SEEN'
jpg: thumbnail 1024x1024 JPEG, larger than the picture True
png: thumbnail 1024x1024 JPEG, larger than the picture True
webp: thumbnail 1024x1024 WEBP, larger than the picture True
avif: no thumbnail
SEEN
