"""Makes the files that the tests of attachments clean: small, and each with a marked secret wherever its format has a
place for one. Needs Pillow, piexif and pypdf. Run it in this folder; what it wrote is kept beside it."""

import io
import struct
import zlib

import piexif
from PIL import Image, PngImagePlugin
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DecodedStreamObject, DictionaryObject, FloatObject, NameObject, TextStringObject

SECRET = "CHANSOKHA"


def picture(colour=(200, 40, 40)):
    image = Image.new("RGB", (48, 32), colour)
    for x in range(24):
        image.putpixel((x, x), (x * 10, 255 - x * 10, 120))
    return image


def exif():
    small = io.BytesIO()
    picture((1, 2, 3)).resize((16, 12)).save(small, "JPEG")
    return piexif.dump({
        "0th": {
            piexif.ImageIFD.Make: SECRET.encode(), piexif.ImageIFD.Orientation: 6,
            piexif.ImageIFD.Artist: SECRET.encode(), piexif.ImageIFD.DateTime: b"2026:10:03 06:10:00",
        },
        "Exif": {piexif.ExifIFD.UserComment: b"ASCII\0\0\0" + SECRET.encode()},
        # 11 degrees 33 minutes 23.04 seconds north, 104 degrees 55 minutes 41.52 seconds east.
        "GPS": {
            piexif.GPSIFD.GPSLatitudeRef: b"N", piexif.GPSIFD.GPSLatitude: ((11, 1), (33, 1), (2304, 100)),
            piexif.GPSIFD.GPSLongitudeRef: b"E", piexif.GPSIFD.GPSLongitude: ((104, 1), (55, 1), (4152, 100)),
        },
        "1st": {piexif.ImageIFD.Compression: 6}, "thumbnail": small.getvalue(),
    })


def xmp():
    return f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><dc>{SECRET}</dc></x:xmpmeta>'.encode()


def jpeg(name, **options):
    out = io.BytesIO()
    picture().save(out, "JPEG", exif=exif(), comment=SECRET, xmp=xmp(), **options)
    behind = io.BytesIO()
    picture((9, 9, 9)).save(behind, "JPEG", comment=SECRET)
    open(name, "wb").write(out.getvalue() + behind.getvalue() + SECRET.encode())


def png():
    texts = PngImagePlugin.PngInfo()
    texts.add_text("Author", SECRET)
    texts.add_itxt("XML:com.adobe.xmp", xmp().decode(), zip=True)
    picture().save("photo.png", "PNG", exif=exif(), pnginfo=texts)


def webp():
    picture().save("photo.webp", "WEBP", exif=exif(), xmp=xmp(), lossless=True)


def pdf():
    page = io.BytesIO()
    picture().save(page, "PDF")
    writer = PdfWriter(clone_from=PdfReader(page))
    writer.add_metadata({"/Author": SECRET, "/Title": SECRET})
    stream = DecodedStreamObject()
    stream.set_data(xmp())
    stream.update({NameObject("/Type"): NameObject("/Metadata"), NameObject("/Subtype"): NameObject("/XML")})
    writer.root_object[NameObject("/Metadata")] = writer._add_object(stream)
    photo = open("photo.jpg", "rb").read()
    for image in [thing.get_object() for thing in writer._objects]:
        if isinstance(image, DictionaryObject) and image.get("/Subtype") == "/Image":
            image._data = photo
    writer.add_attachment(SECRET + ".txt", SECRET.encode())
    script = DictionaryObject({NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): TextStringObject(SECRET)})
    writer.root_object[NameObject("/OpenAction")] = writer._add_object(script)
    note = DictionaryObject({NameObject("/Type"): NameObject("/Annot"), NameObject("/Subtype"): NameObject("/Text"),
                             NameObject("/T"): TextStringObject(SECRET), NameObject("/Contents"): TextStringObject("seen")})
    note[NameObject("/Rect")] = ArrayObject([FloatObject(n) for n in (1, 1, 9, 9)])
    writer.pages[0][NameObject("/Annots")] = ArrayObject([writer._add_object(note)])
    writer.write("paper.pdf")
    writer.encrypt(SECRET)
    writer.write("locked.pdf")


def box(name, content):
    return struct.pack(">I", len(content) + 8) + name + content


def mp4():
    """A recording of one frame of nothing: what stands around it is what telephones write."""
    head = box(b"ftyp", b"M4A \0\0\0\0M4A isom")
    mdat = box(b"mdat", b"\x21\x00\x49\x90\x02\x19\x00\x23\x80")
    times = struct.pack(">III", 0, 0xE1234567, 0xE1234568)
    handler = box(b"hdlr", b"\0" * 8 + b"soun" + b"\0" * 12 + SECRET.encode() + b"\0")
    stbl = box(b"stbl", box(b"stsd", b"\0" * 8) + box(b"stco", struct.pack(">III", 0, 1, len(head) + 8)))
    mdia = box(b"mdia", box(b"mdhd", times + b"\0" * 12) + handler + box(b"minf", box(b"smhd", b"\0" * 8) + stbl))
    trak = box(b"trak", box(b"tkhd", times + b"\0" * 72) + mdia + box(b"udta", SECRET.encode()))
    place = box(b"\xa9xyz", b"\0\x12\x15\xc7+11.5564+104.9282/")
    tags = box(b"udta", place + box(b"meta", b"\0\0\0\0" + SECRET.encode()))
    moov = box(b"moov", box(b"mvhd", times + b"\0" * 88) + trak + tags)
    whole = head + mdat + moov + box(b"uuid", SECRET.encode())
    open("voice.m4a", "wb").write(whole)
    open("film.mp4", "wb").write(whole.replace(b"soun", b"vide"))


def crc(data):
    table = []
    for byte in range(256):
        value = byte << 24
        for _ in range(8):
            value = (value << 1) ^ (0x04C11DB7 if value & 0x80000000 else 0)
        table.append(value & 0xFFFFFFFF)
    value = 0
    for byte in data:
        value = ((value << 8) & 0xFFFFFFFF) ^ table[(value >> 24) ^ byte]
    return value


def page(number, flags, packet):
    lacing = bytes([255] * (len(packet) // 255) + [len(packet) % 255])
    head = b"OggS" + bytes([0, flags]) + struct.pack("<QIII", 0, 0x1234, number, 0) + bytes([len(lacing)]) + lacing
    data = head + packet
    return data[:22] + struct.pack("<I", crc(data)) + data[26:]


def ogg():
    opus = b"OpusHead\x01\x01\x38\x01\x80\xbb\0\0\0\0\0"
    comment = f"ARTIST={SECRET}".encode() + b"x" * 300
    tags = b"OpusTags" + struct.pack("<I", 4) + b"lib1" + struct.pack("<II", 1, len(comment)) + comment
    open("voice.ogg", "wb").write(page(0, 2, opus) + page(1, 0, tags) + page(2, 4, b"\xf8\xff\xfe"))


def mp3():
    frame = b"\xff\xfb\x90\x00" + b"\0" * 413
    text = b"TPE1" + struct.pack(">I", len(SECRET) + 1) + b"\0\0\0" + SECRET.encode()
    size = len(text)
    id3 = b"ID3\x03\0\0" + bytes([size >> 21 & 127, size >> 14 & 127, size >> 7 & 127, size & 127]) + text
    ape_item = struct.pack("<II", len(SECRET), 0) + b"Artist\0" + SECRET.encode()
    ape = ape_item + b"APETAGEX" + struct.pack("<IIII", 2000, len(ape_item) + 32, 1, 0) + b"\0" * 8
    id3v1 = (b"TAG" + SECRET.encode()).ljust(128, b"\0")
    open("voice.mp3", "wb").write(id3 + frame * 3 + ape + id3v1)


def wav():
    fmt = struct.pack("<HHIIHH", 1, 1, 8000, 8000, 1, 8)
    chunk = lambda name, data: name + struct.pack("<I", len(data)) + data + b"\0" * (len(data) % 2)
    body = chunk(b"fmt ", fmt) + chunk(b"LIST", b"INFOIART" + struct.pack("<I", 9) + SECRET.encode() + b"\0") + chunk(b"data", b"\x80" * 9)
    open("voice.wav", "wb").write(b"RIFF" + struct.pack("<I", len(body) + 4) + b"WAVE" + body + SECRET.encode())


jpeg("photo.jpg", quality=80)
jpeg("progressive.jpg", quality=80, progressive=True)
png()
webp()
pdf()
mp4()
ogg()
mp3()
wav()
