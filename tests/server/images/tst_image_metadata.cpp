// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QColorSpace>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include "pictures.h"

using namespace Qt::StringLiterals;
using namespace jjak;
using namespace jjak::images::test;

namespace {

//! "Group:Tag" to value, everything that exiftool finds.
QJsonObject tagsOf(const QString &path)
{
    const QByteArray json = outputOf(u"exiftool"_s, {u"-j"_s, u"-a"_s, u"-u"_s, u"-U"_s, u"-ee"_s, u"-G1"_s, path});
    return QJsonDocument::fromJson(json).array().first().toObject();
}

//! Facts about the file and its pixels; JFIF's and PNG's resolution is a constant of the encoder.
bool isPlain(const QString &tag)
{
    static const QStringList groups{u"ExifTool"_s, u"System"_s, u"File"_s, u"Composite"_s, u"JFIF"_s, u"PNG-pHYs"_s};
    static const QStringList png{u"PNG:ImageWidth"_s, u"PNG:ImageHeight"_s, u"PNG:BitDepth"_s, u"PNG:ColorType"_s, u"PNG:Compression"_s, u"PNG:Filter"_s, u"PNG:Interlace"_s};
    return tag == "SourceFile"_L1 || (groups.contains(tag.section(u':', 0, 0)) && tag != "File:Comment"_L1) || png.contains(tag);
}

QStringList telling(const QJsonObject &tags)
{
    QStringList out = tags.keys();
    out.removeIf(isPlain);
    return out;
}

} // namespace

//! Nothing of what cameras and programs write into pictures comes out again.
class TestImageMetadata : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingIsLeft_data()
    {
        QTest::addColumn<QByteArray>("format");
        QTest::addColumn<int>("alpha");
        QTest::addColumn<QStringList>("groups");
        const QStringList all{u"GPS:"_s, u"IFD0:"_s, u"XMP-"_s, u"ICC"_s};
        QTest::newRow("jpeg") << QByteArray("jpeg") << 255 << all + QStringList{u"IPTC:"_s, u"File:Comment"_s, u"IFD1:Thumbnail"_s};
        QTest::newRow("png") << QByteArray("png") << 255 << all + QStringList{u"IPTC:"_s, u"PNG:Comment"_s};
        QTest::newRow("png with alpha") << QByteArray("png") << 99 << all + QStringList{u"PNG:Comment"_s};
        QTest::newRow("webp") << QByteArray("webp") << 255 << all;
        QTest::newRow("webp with alpha") << QByteArray("webp") << 99 << all;
    }
    void nothingIsLeft()
    {
        QFETCH(QByteArray, format);
        QFETCH(int, alpha);
        QFETCH(QStringList, groups);
        Bench bench;
        const QString path = bench.path(u"photo."_s + QString::fromLatin1(format));
        put(path, encoded(scene({640, 480}, alpha), format.constData()));
        write(bench, path);
        const QStringList before = tagsOf(path).keys();
        for (const QString &group : std::as_const(groups))
            QVERIFY2(std::ranges::any_of(before, [&](const QString &tag) { return tag.startsWith(group); }), qPrintable(group + u" was not written: "_s + before.join(u' ')));
        QVERIFY(contentOf(path).contains("gangnam") || format == "png"); // which packs its texts

        QVERIFY(bench.process().make(path, bench.output()).ok());
        for (const QString &name : {u"image"_s, u"thumbnail"_s}) {
            const QJsonObject after = tagsOf(bench.output() + u'/' + name);
            QVERIFY(after.size() > 10);
            QCOMPARE(telling(after), QStringList());
            const QByteArray bytes = contentOf(bench.output() + u'/' + name);
            for (const char *secret : {"gangnam", "Gangnam", "37.4979", "Exif", "http://ns.adobe.com", "Photoshop", "ICC_PROFILE", "iCCP", "tEXt", "iTXt", "zTXt", "eXIf", "acsp"})
                QVERIFY2(!bytes.contains(secret), secret);
        }
    }

private:
    static void write(const Bench &bench, const QString &path)
    {
        const QString profile = bench.path(u"profile.icc"_s), small = bench.path(u"small.jpg"_s);
        put(profile, QColorSpace(QColorSpace::DisplayP3).iccProfile());
        put(small, encoded(scene({160, 120}), "jpeg"));
        outputOf(u"exiftool"_s, {u"-q"_s, u"-m"_s, u"-overwrite_original"_s,
                                 u"-GPSLatitude=37.4979"_s, u"-GPSLatitudeRef=N"_s, u"-GPSLongitude=127.0276"_s, u"-GPSLongitudeRef=E"_s, u"-GPSDateStamp=2026:11:21"_s,
                                 u"-IFD0:Artist=gangnam artist"_s, u"-IFD0:Make=gangnam camera"_s, u"-ExifIFD:UserComment=gangnam"_s, u"-ExifIFD:SerialNumber=gangnam-1"_s, u"-ExifIFD:DateTimeOriginal=2026:11:21 20:00:00"_s,
                                 u"-XMP:Creator=gangnam"_s, u"-XMP:Location=gangnam station"_s, u"-XMP:GPSLatitude=37.4979"_s, u"-IPTC:City=gangnam-gu"_s, u"-IPTC:By-line=gangnam"_s, u"-Comment=gangnam"_s,
                                 u"-ThumbnailImage<="_s + small, u"-ICC_Profile<="_s + profile, path});
    }
};

QTEST_GUILESS_MAIN(TestImageMetadata)
#include "tst_image_metadata.moc"
