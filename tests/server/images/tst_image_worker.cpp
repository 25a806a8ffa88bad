// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QColorSpace>
#include <QTest>
#include <thread>
#include <vector>

#include "pictures.h"

using namespace Qt::StringLiterals;
using namespace jjak;
using namespace jjak::images::test;

//! What the worker makes of whole pictures, and which it does not take.
class TestImageWorker : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void picturesAreMadeAnew_data()
    {
        QTest::addColumn<QByteArray>("format");
        QTest::addColumn<QSize>("in");
        QTest::addColumn<QSize>("out");
        QTest::addColumn<QSize>("small");
        for (const char *format : {"jpeg", "png", "webp"}) {
            const auto row = [&](const char *what, QSize in, QSize out, QSize small) { QTest::addRow("%s %s", format, what) << QByteArray(format) << in << out << small; };
            row("larger than wanted", {3000, 1500}, {2048, 1024}, {320, 160});
            row("upright", {500, 4000}, {256, 2048}, {40, 320});
            row("just right", {2048, 40}, {2048, 40}, {320, 6});
            row("smaller than its thumbnail", {31, 17}, {31, 17}, {31, 17});
            row("one pixel", {1, 1}, {1, 1}, {1, 1});
            row("a thread", {6000, 1}, {2048, 1}, {320, 1});
        }
    }
    void picturesAreMadeAnew()
    {
        QFETCH(QByteArray, format);
        QFETCH(QSize, in);
        Bench bench;
        const auto made = bench.make(encoded(scene(in), format.constData()));
        QVERIFY2(made.ok(), qPrintable(made ? QString() : made.error().reason));
        QCOMPARE(made->type, u"image/jpeg"_s);
        QTEST(QSize(made->width, made->height), "out");
        QTEST(bench.image().size(), "out");
        QTEST(bench.thumbnail().size(), "small");
        QCOMPARE(bench.written(), QStringList({u"image"_s, u"thumbnail"_s}));
        QCOMPARE(made->bytes, contentOf(bench.output() + u"/image"_s).size());
        QCOMPARE(made->thumbnailBytes, contentOf(bench.output() + u"/thumbnail"_s).size());
        if (in.height() > 1) {
            QCOMPARE(corners(bench.image()), "rgby");
            QCOMPARE(corners(bench.thumbnail()), "rgby");
        }
    }
    //! EXIF 2.32, 4.6.4 A: how the camera was held, from 1 to 8.
    void photographsStandUpright_data()
    {
        QTest::addColumn<int>("orientation");
        QTest::addColumn<QByteArray>("seen");
        const char *const seen[] = {"rgby", "gryb", "ybgr", "byrg", "rbgy", "bryg", "ygbr", "gyrb"};
        for (int i = 1; i <= 8; ++i)
            QTest::addRow("%d", i) << i << QByteArray(seen[i - 1]);
    }
    void photographsStandUpright()
    {
        QFETCH(int, orientation);
        Bench bench;
        put(bench.path(u"photo.jpg"_s), encoded(scene({2400, 1200}), "jpeg"));
        outputOf(u"exiftool"_s, {u"-q"_s, u"-overwrite_original"_s, u"-Orientation#=%1"_s.arg(orientation), bench.path(u"photo.jpg"_s)});
        const auto made = bench.process().make(bench.path(u"photo.jpg"_s), bench.output());
        QVERIFY(made.ok());
        QCOMPARE(QSize(made->width, made->height), orientation <= 4 ? QSize(2048, 1024) : QSize(1024, 2048));
        QTEST(corners(bench.image()), "seen");
        QTEST(corners(bench.thumbnail()), "seen");
    }
    void whatCanBeSeenThroughStaysSo_data()
    {
        QTest::addColumn<QByteArray>("format");
        QTest::newRow("png") << QByteArray("png");
        QTest::newRow("webp") << QByteArray("webp");
    }
    void whatCanBeSeenThroughStaysSo()
    {
        QFETCH(QByteArray, format);
        Bench bench;
        const auto made = bench.make(encoded(scene({800, 400}, 100), format.constData()));
        QVERIFY(made.ok());
        QCOMPARE(made->type, u"image/png"_s);
        QVERIFY(qAbs(qAlpha(bench.image().pixel(400, 200)) - 100) <= 2);
        QCOMPARE(bench.thumbnail().size(), QSize(320, 160));
        QVERIFY(qAbs(qAlpha(bench.thumbnail().pixel(160, 80)) - 100) <= 2);
        QCOMPARE(corners(bench.image()), "rgby");
        QVERIFY(contentOf(bench.output() + u"/thumbnail"_s).startsWith("\x89PNG"));
    }
    void anAlphaChannelThatHidesNothingIsNoReasonForAPng()
    {
        Bench bench;
        const auto made = bench.make(encoded(scene({100, 100}).convertToFormat(QImage::Format_ARGB32), "png"));
        QVERIFY(made.ok());
        QCOMPARE(made->type, u"image/jpeg"_s);
    }
    void otherColourSpacesBecomeTheUsualOne()
    {
        QImage image(64, 64, QImage::Format_RGB32);
        image.fill(qRgb(200, 80, 80));
        image.setColorSpace(QColorSpace::DisplayP3);
        const QColor expected = image.convertedToColorSpace(QColorSpace::SRgb).pixelColor(32, 32);
        QVERIFY(expected.red() > 205); // or this would show nothing
        for (const char *format : {"jpeg", "png"}) {
            Bench bench;
            QVERIFY(bench.make(encoded(image, format, 100)).ok());
            const QColor seen = bench.image().pixelColor(32, 32);
            QVERIFY2(qAbs(seen.red() - expected.red()) <= 3 && qAbs(seen.green() - expected.green()) <= 3 && qAbs(seen.blue() - expected.blue()) <= 3, qPrintable(seen.name()));
        }
    }
    void greyAndPalettesAreTaken()
    {
        Bench bench;
        QVERIFY(bench.make(encoded(scene({90, 60}).convertToFormat(QImage::Format_Grayscale8), "jpeg")).ok());
        QVERIFY(bench.make(encoded(scene({90, 60}).convertToFormat(QImage::Format_Mono), "png")).ok());
        QVERIFY(bench.make(encoded(scene({90, 60}).convertToFormat(QImage::Format_Indexed8), "png")).ok());
        QCOMPARE(corners(bench.image()), "rgby");
        QVERIFY(bench.make(encoded(scene({90, 60}).convertToFormat(QImage::Format_RGBA64), "png")).ok());
        QCOMPARE(corners(bench.image()), "rgby");
    }
    void ofAnAnimationTheFirstPictureIsTaken()
    {
        Bench bench;
        const QString path = bench.path(u"moving.webp"_s);
        outputOf(u"convert"_s, {u"-size"_s, u"64x48"_s, u"-delay"_s, u"10"_s, u"xc:red"_s, u"xc:blue"_s, u"-loop"_s, u"0"_s, path});
        QVERIFY(contentOf(path).contains("ANMF"));
        QVERIFY(bench.process().make(path, bench.output()).ok());
        QCOMPARE(bench.image().size(), QSize(64, 48));
        QCOMPARE(cornerOf(bench.image().pixel(30, 30)), 'r');
    }
    void namesAreNotBelieved()
    {
        Bench bench;
        QVERIFY(bench.make(encoded(scene({50, 50}), "jpeg"), u"picture.png"_s).ok());
        QVERIFY(bench.make(encoded(scene({50, 50}), "png"), u"picture.svg"_s).ok());
        QVERIFY(refusedFor(bench.make("#!/bin/sh\n", u"picture.jpg"_s), "type", bench));
    }
    void otherTypesAreRefused_data()
    {
        QTest::addColumn<QByteArray>("file");
        const QImage image = scene({40, 40});
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("one byte") << QByteArray("\xff");
        QTest::newRow("text") << QByteArray("hello\n");
        QTest::newRow("svg") << QByteArray("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"><rect width=\"9\" height=\"9\"/></svg>");
        QTest::newRow("gif") << QByteArray::fromBase64("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7");
        QTest::newRow("pdf") << QByteArray("%PDF-1.4\n%\xff\xd8\xff");
        QTest::newRow("sound in RIFF") << QByteArray("RIFF\x24\x00\x00\x00WAVEfmt ", 16);
        for (const char *format : {"bmp", "ico", "ppm", "xpm"})
            QTest::newRow(format) << encoded(image, format);
    }
    void otherTypesAreRefused()
    {
        QFETCH(QByteArray, file);
        Bench bench;
        QVERIFY(refusedFor(bench.make(file), "type", bench));
    }
    void bombsAreNotUnpacked()
    {
        Bench bench;
        const QByteArray claims = emptyPng(60'000, 60'000, 4);
        QVERIFY(claims.size() < 2000);
        QVERIFY(refusedFor(bench.make(claims), "pixels", bench));
        QVERIFY(refusedFor(bench.make(emptyPng(16'385, 1, 1)), "pixels", bench));
        QVERIFY(refusedFor(bench.make(emptyPng(10'000, 5'001, 4)), "pixels", bench));
        QByteArray jpeg = encoded(scene({64, 64}), "jpeg");
        const qsizetype frame = jpeg.indexOf(QByteArray("\xff\xc0\x00\x11\x08", 5));
        QVERIFY(frame > 0);
        jpeg.replace(frame + 5, 4, "\xff\xdc\xff\xdc"); // 65,500 x 65,500
        QVERIFY(refusedFor(bench.make(jpeg), "pixels", bench));
    }
    void aPictureThatIsPaintedOverAndOverIsRefused()
    {
        Bench bench;
        const QByteArray jpeg = progressive(scene({64, 64}));
        const qsizetype scan = jpeg.lastIndexOf("\xff\xda"), end = jpeg.lastIndexOf("\xff\xd9");
        QVERIFY(scan > 0 && end > scan);
        const QByteArray once = jpeg.sliced(scan, end - scan);
        QVERIFY(bench.make(jpeg.first(scan) + once + jpeg.sliced(end)).ok());
        for (const QString &name : bench.written())
            QFile::remove(bench.output() + u'/' + name);
        QVERIFY(refusedFor(bench.make(jpeg.first(scan) + once.repeated(100) + jpeg.sliced(end)), "damaged", bench));
    }
    void aLargePictureOfNothingIsLegal()
    {
        Bench bench;
        const QByteArray file = emptyPng(8'000, 5'000, 5'000);
        QVERIFY(file.size() < 200'000);
        const auto made = bench.make(file);
        QVERIFY(made.ok());
        QCOMPARE(QSize(made->width, made->height), QSize(2048, 1280));
    }
    void whatIsHiddenBehindAPictureIsLost_data()
    {
        QTest::addColumn<QByteArray>("format");
        for (const char *format : {"jpeg", "png", "webp"})
            QTest::newRow(format) << QByteArray(format);
    }
    void whatIsHiddenBehindAPictureIsLost()
    {
        QFETCH(QByteArray, format);
        Bench bench;
        const QByteArray archive("PK\x03\x04\x14\x00\x00\x00 tail-of-another-kind <script>", 39);
        QVERIFY(bench.make(encoded(scene({60, 60}), format.constData()) + archive).ok());
        for (const QString &name : bench.written()) {
            const QByteArray bytes = contentOf(bench.output() + u'/' + name);
            QVERIFY(!bytes.contains("PK\x03\x04") && !bytes.contains("tail-of-another-kind"));
        }
    }
    void severalAtOnceDoNotDisturbEachOther()
    {
        std::vector<QByteArray> seen(4);
        {
            std::vector<std::jthread> threads;
            for (size_t i = 0; i < seen.size(); ++i) {
                threads.emplace_back([&seen, i] {
                    Bench bench;
                    const int width = 100 + int(i);
                    for (int n = 0; n < 5; ++n) {
                        const auto made = bench.make(encoded(scene({width, 50}), i % 2 ? "png" : "jpeg"));
                        seen[i] += made.ok() && made->width == width && corners(bench.image()) == "rgby" ? "." : "F";
                    }
                });
            }
        }
        for (const QByteArray &s : seen)
            QCOMPARE(s, ".....");
    }
};

QTEST_GUILESS_MAIN(TestImageWorker)
#include "tst_image_worker.moc"
