// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QBuffer>
#include <QColorSpace>
#include <QImageWriter>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include "client/desktop/chats/prepared_image.h"

using namespace Qt::StringLiterals;
using namespace jjak;
using namespace jjak::desktop;

namespace {

//! Red on the left, blue on the right.
QImage halves(QSize size, int alpha = 255)
{
    QImage image(size, alpha == 255 ? QImage::Format_RGB32 : QImage::Format_ARGB32);
    for (int y = 0; y < size.height(); ++y)
        for (int x = 0; x < size.width(); ++x)
            image.setPixel(x, y, x * 2 < size.width() ? qRgba(220, 30, 30, alpha) : qRgba(30, 30, 220, alpha));
    return image;
}

QByteArray encoded(const QImage &image, const char *format)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    return QImageWriter(&buffer, format).write(image) ? bytes : QByteArray();
}

QImage seen(const Result<PreparedImage> &prepared)
{
    return prepared ? QImage::fromData(prepared->bytes) : QImage();
}

bool isRed(QRgb colour) { return qRed(colour) > 150 && qBlue(colour) < 100; }
bool isBlue(QRgb colour) { return qBlue(colour) > 150 && qRed(colour) < 100; }

} // namespace

//! What leaves this machine when somebody sends a picture.
class TestPreparedImage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void picturesBecomeFreshFiles_data()
    {
        QTest::addColumn<QByteArray>("format");
        for (const char *format : {"jpeg", "png", "webp"})
            QTest::newRow(format) << QByteArray(format);
    }
    void picturesBecomeFreshFiles()
    {
        QFETCH(QByteArray, format);
        const auto small = preparedImage(stored(encoded(halves({40, 20}), format.constData())));
        QVERIFY(small.ok());
        QCOMPARE(small->type, u"image/jpeg"_s);
        QCOMPARE(small->size, QSize(40, 20));
        QVERIFY(isRed(seen(small).pixel(5, 10)) && isBlue(seen(small).pixel(35, 10)));
        const auto large = preparedImage(stored(encoded(halves({4096, 1000}), format.constData())));
        QVERIFY(large.ok());
        QCOMPARE(large->size, QSize(2048, 500));
        QCOMPARE(seen(large).size(), QSize(2048, 500));
        QVERIFY(isRed(seen(large).pixel(5, 10)) && isBlue(seen(large).pixel(2040, 10)));
    }
    void namesAreNotBelieved()
    {
        QVERIFY(preparedImage(stored(encoded(halves({40, 20}), "jpeg"), u"a.txt"_s)).ok());
        const auto text = preparedImage(stored("hello", u"a.jpg"_s));
        QVERIFY(!text && text.error().code == ErrorCode::FileType);
        QCOMPARE(text.error().reason, u"type"_s);
    }
    void whatCanBeSeenThroughStaysSo()
    {
        const auto prepared = preparedImage(stored(encoded(halves({3000, 300}, 90), "png")));
        QVERIFY(prepared.ok());
        QCOMPARE(prepared->type, u"image/png"_s);
        QVERIFY(qAbs(qAlpha(seen(prepared).pixel(9, 9)) - 90) <= 2);
        QCOMPARE(preparedImage(halves({30, 30}).convertToFormat(QImage::Format_ARGB32))->type, u"image/jpeg"_s);
    }
    void photographsStandUpright()
    {
        const QString path = stored(encoded(halves({400, 200}), "jpeg"));
        tell(path, {u"-Orientation#=6"_s});
        const auto prepared = preparedImage(path);
        QVERIFY(prepared.ok());
        QCOMPARE(prepared->size, QSize(200, 400));
        QVERIFY(isRed(seen(prepared).pixel(100, 20)) && isBlue(seen(prepared).pixel(100, 380)));
    }
    void nothingIsToldBesideThePixels_data() { picturesBecomeFreshFiles_data(); }
    void nothingIsToldBesideThePixels()
    {
        QFETCH(QByteArray, format);
        const QString path = stored(encoded(halves({400, 200}), format.constData()));
        tell(path, {u"-GPSLatitude=37.4979"_s, u"-GPSLatitudeRef=N"_s, u"-Artist=gangnam"_s, u"-XMP:Creator=gangnam"_s, u"-Comment=gangnam"_s});
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly) && file.readAll().contains("gangnam"));
        const auto prepared = preparedImage(path);
        QVERIFY(prepared.ok());
        for (const char *word : {"gangnam", "Exif", "GPS", "adobe", "ICC_PROFILE", "iCCP", "tEXt", "iTXt", "zTXt", "eXIf"})
            QVERIFY2(!prepared->bytes.contains(word), word);
    }
    void picturesFromTheClipboardLoseTheirTextsToo()
    {
        QImage image = halves({4096, 1024});
        image.setText(u"Author"_s, u"gangnam"_s);
        image.setColorSpace(QColorSpace::DisplayP3);
        const auto prepared = preparedImage(image);
        QVERIFY(prepared.ok());
        QCOMPARE(prepared->size, QSize(2048, 512));
        QVERIFY(!prepared->bytes.contains("gangnam") && !prepared->bytes.contains("ICC_PROFILE"));
        QVERIFY(!seen(prepared).colorSpace().isValid());
        const auto plain = preparedImage(QImage());
        QVERIFY(!plain && plain.error().reason == "damaged"_L1);
    }
    void badFilesAreRefused_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QString>("reason");
        const QByteArray png = encoded(halves({300, 200}), "png"), jpeg = encoded(halves({300, 200}), "jpeg");
        QByteArray wide = jpeg;
        const qsizetype frame = wide.indexOf("\xff\xc0");
        QVERIFY(frame > 0);
        wide.replace(frame + 5, 4, "\x60\x00\x60\x00", 4);
        QTest::newRow("empty") << QByteArray() << u"type"_s;
        QTest::newRow("gif") << QByteArray("GIF89a\x01\x00\x01\x00", 10) << u"type"_s;
        QTest::newRow("bmp") << encoded(halves({9, 9}), "bmp") << u"type"_s;
        QTest::newRow("svg") << QByteArray("<svg xmlns=\"http://www.w3.org/2000/svg\"/>") << u"type"_s;
        QTest::newRow("head only") << jpeg.first(10) << u"damaged"_s;
        QTest::newRow("truncated") << png.first(png.size() / 2) << u"damaged"_s;
        QTest::newRow("claims too much") << wide << u"pixels"_s;
    }
    void badFilesAreRefused()
    {
        QFETCH(QByteArray, file);
        const auto prepared = preparedImage(stored(file));
        QVERIFY(!prepared);
        QCOMPARE(prepared.error().code, ErrorCode::FileType);
        QTEST(prepared.error().reason, "reason");
    }
    void aFileThatCannotBeReadIsGone()
    {
        for (const QString &path : {m_folder.filePath(u"missing"_s), m_folder.path(), QString()}) {
            const auto prepared = preparedImage(path);
            QVERIFY(!prepared && prepared.error().code == ErrorCode::FileGone);
        }
    }

private:
    QString stored(const QByteArray &bytes, const QString &name = u"picture"_s)
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("no file");
        return file.fileName();
    }
    static void tell(const QString &path, const QStringList &tags)
    {
        QProcess process;
        process.start(u"exiftool"_s, QStringList{u"-q"_s, u"-m"_s, u"-overwrite_original"_s} + tags + QStringList{path});
        QVERIFY2(process.waitForFinished(60'000) && process.exitCode() == 0 && process.error() == QProcess::UnknownError, qPrintable(process.errorString()));
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestPreparedImage)
#include "tst_prepared_image.moc"
