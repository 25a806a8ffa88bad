// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QPainter>
#include <QTest>

#include "client/desktop/kit/message_layout.h"
#include "client/desktop/kit/message_painter.h"
#include "client/desktop/kit/theme.h"

using namespace Qt::StringLiterals;
using namespace jjak::desktop;

namespace {

constexpr int width = 500;

MessageRow calling()
{
    return {.text = u"\u0007come, @Sora, to us"_s, .author = u"Mira"_s, .callsMe = true, .calls = {{7, 5}}};
}

MessageRow covered(QSize size = {300, 200})
{
    QPixmap grey(size);
    grey.fill(QColor(128, 128, 128));
    return {.author = u"Mira"_s, .imageSize = size, .image = grey, .covered = true};
}

QImage painted(const MessageRow &row, const Theme &theme)
{
    const MessageLayout layout = layOut(row, width, theme);
    QImage image(width, int(layout.height), QImage::Format_RGB32);
    image.fill(theme.tokens().surface);
    QPainter painter(&image);
    paintMessage(painter, {0, 0}, width, row, layout, {}, theme);
    return image;
}

bool holds(const QImage &image, const QColor &colour)
{
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (image.pixelColor(x, y) == colour)
                return true;
    return false;
}

} // namespace

//! What marks a message that calls the reader, and an image that is not shown yet.
class TestKitMarks : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void callIsSeen_data();
    void callIsSeen();
    void ownAndDeletedMessagesCallNobody();
    void nameStandsOut();
    void nameDoesNotStandOutOnceDeleted();
    void callIsHeard();
    void coverSaysWhatAClickDoes_data();
    void coverSaysWhatAClickDoes();
    void coverIsHeard();
};

void TestKitMarks::callIsSeen_data()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void TestKitMarks::callIsSeen()
{
    QFETCH(bool, dark);
    Theme theme;
    theme.setMode(dark ? Theme::Mode::Dark : Theme::Mode::Light);
    const Tokens &t = theme.tokens();
    const QImage image = painted(calling(), theme);
    const QRectF bubble = layOut(calling(), width, theme).bubble;
    QCOMPARE(image.pixelColor(int(bubble.left()) + 1, int(bubble.center().y())), t.accentStrong);
    QCOMPARE(image.pixelColor(int(bubble.left()) + 8, int(bubble.center().y())), t.accentSoft);
    QVERIFY(contrast(t.text, t.accentSoft) >= 4.5 && contrast(t.accentStrong, t.accentSoft) >= 4.5);
    MessageRow plain = calling();
    plain.callsMe = false;
    plain.calls.clear();
    const QImage other = painted(plain, theme);
    QVERIFY(!holds(other, t.accentStrong) && !holds(other, t.accentSoft));
}

void TestKitMarks::ownAndDeletedMessagesCallNobody()
{
    Theme theme;
    theme.setMode(Theme::Mode::Light);
    MessageRow row = calling();
    row.mine = true;
    QVERIFY(!holds(painted(row, theme), theme.tokens().accentSoft));
    row.mine = false;
    row.deleted = true;
    QVERIFY(!holds(painted(row, theme), theme.tokens().accentSoft));
    QVERIFY(!accessibleText(row).contains(u"Mentions you"_s));
}

void TestKitMarks::nameStandsOut()
{
    const Theme theme;
    const MessageLayout layout = layOut(calling(), width, theme);
    const auto formats = layout.lines->formats();
    QCOMPARE(formats.size(), 1);
    QCOMPARE(layout.lines->text().sliced(formats[0].start, formats[0].length), u"@Sora"_s); // what is not drawn does not count
    QVERIFY(formats[0].format.fontWeight() >= QFont::Bold);
    QCOMPARE(formats[0].format.foreground().color(), theme.tokens().accentStrong);
}

void TestKitMarks::nameDoesNotStandOutOnceDeleted()
{
    const Theme theme;
    MessageRow row = calling();
    row.deleted = true;
    QVERIFY(layOut(row, width, theme).lines->formats().isEmpty());
}

void TestKitMarks::callIsHeard()
{
    QCOMPARE(accessibleText({.text = u"come"_s, .author = u"Mira"_s, .timeText = u"3:20"_s, .callsMe = true}), u"Mira: come. Mentions you. 3:20"_s);
}

void TestKitMarks::coverSaysWhatAClickDoes_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<int>("zoom");
    for (const int zoom : {90, 100, 200}) {
        QTest::addRow("wide at %d%%", zoom) << QSize(300, 200) << zoom;
        QTest::addRow("narrow at %d%%", zoom) << QSize(20, 400) << zoom;
    }
}

void TestKitMarks::coverSaysWhatAClickDoes()
{
    QFETCH(QSize, size);
    QFETCH(int, zoom);
    Theme theme;
    theme.setMode(Theme::Mode::Light);
    theme.setZoom(zoom);
    MessageRow row = covered(size);
    const QRect place = layOut(row, width, theme).image.toAlignedRect();
    const QImage shown = painted(row, theme);
    QVERIFY(holds(shown.copy(place), theme.tokens().surface)); // the pill, whose words are readable on it
    QVERIFY(contrast(theme.tokens().text, theme.tokens().surface) >= 4.5);
    row.covered = false;
    const QImage plain = painted(row, theme);
    QRect changed;
    for (int y = 0; y < shown.height(); ++y)
        for (int x = 0; x < shown.width(); ++x)
            if (shown.pixel(x, y) != plain.pixel(x, y))
                changed |= QRect(x, y, 1, 1);
    QVERIFY(changed.isValid());
    QVERIFY(place.contains(changed));
    QVERIFY((changed.center() - place.center()).manhattanLength() <= 4);
}

void TestKitMarks::coverIsHeard()
{
    MessageRow row = covered();
    QCOMPARE(accessibleText(row), u"Mira: Blurred picture, Enter shows it"_s);
    row.text = u"the sea"_s;
    QCOMPARE(accessibleText(row), u"Mira: Blurred picture, Enter shows it: the sea"_s);
    row.covered = false;
    QCOMPARE(accessibleText(row), u"Mira: Picture: the sea"_s);
}

QTEST_MAIN(TestKitMarks)
#include "tst_kit_marks.moc"
