// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/kit/avatar.h"
#include "client/desktop/kit/badge.h"
#include "client/desktop/kit/banner.h"
#include "client/desktop/kit/card_flow.h"
#include "client/desktop/kit/countdown_ring.h"
#include "client/desktop/kit/elided_label.h"
#include "client/desktop/kit/empty_state.h"
#include "client/desktop/kit/password_strength.h"
#include "client/desktop/kit/room_delegate.h"
#include "client/desktop/kit/theme.h"
#include "tests/client/desktop/kit_samples.h"

#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace jjak::desktop;

class TstKitWidgets : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void initialIsTheFirstVisibleCharacter_data();
    void initialIsTheFirstVisibleCharacter();
    void badgeCountsUpToNinetyNine();
    void badgeHidesAtNone();
    void bannerSaysOneThing();
    void elidedLabelKeepsTheWholeTextForReaders();
    void tooltipOfANameIsNotMarkup();
    void passwordsAreJudged_data();
    void passwordsAreJudged();
    void strengthIsToldInWords();
    void countdownEmptiesAndStops();
    void countdownIsAnnouncedThreeTimes();
    void countdownAnnouncesANewDeadline();
    void countdownChangesItsColourAtTheEnd();
    void cardsFillAsManyColumnsAsFit();
    void cardsOfARowAreEquallyHigh();
    void clickableCardAnswersKeys();
    void plainCardIsNoTarget();
    void emptyStateOffersOneThing();
    void roomsAreToldToReaders();
    void roomRowsAreEquallyHigh();
    void longRoomNameLeavesRoomForTheTime();

private:
    std::unique_ptr<Theme> m_theme;
};

void TstKitWidgets::initTestCase()
{
    m_theme = std::make_unique<Theme>();
    m_theme->setMode(Theme::Mode::Light);
    m_theme->setMotionAllowed(false);
}

void TstKitWidgets::initialIsTheFirstVisibleCharacter_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("initial");
    QTest::newRow("Hangul") << u"민지"_s << u"민"_s;
    QTest::newRow("Hangul in parts") << u"민지"_s.normalized(QString::NormalizationForm_D) << u"민"_s.normalized(QString::NormalizationForm_D);
    QTest::newRow("small letter") << u"alex"_s << u"A"_s;
    QTest::newRow("spaces") << u"  Kim"_s << u"K"_s;
    QTest::newRow("emoji of several characters") << u"👩‍🚀 우주"_s << u"👩‍🚀"_s;
    QTest::newRow("nobody") << u""_s << u"?"_s;
}

void TstKitWidgets::initialIsTheFirstVisibleCharacter()
{
    QFETCH(QString, name);
    QFETCH(QString, initial);
    QCOMPARE(avatarInitial(name), initial);
}

void TstKitWidgets::badgeCountsUpToNinetyNine()
{
    QCOMPARE(badgeText(0), QString());
    QCOMPARE(badgeText(-3), QString());
    QCOMPARE(badgeText(99), u"99"_s);
    QCOMPARE(badgeText(100), u"99+"_s);
    QVERIFY(badgeSize(0, *m_theme).isEmpty());
    QVERIFY(badgeSize(500, *m_theme).width() > badgeSize(5, *m_theme).width());
    QVERIFY(badgeSize(5, *m_theme).width() >= badgeSize(5, *m_theme).height());
}

void TstKitWidgets::badgeHidesAtNone()
{
    QWidget parent;
    Badge badge(*m_theme, &parent);
    badge.setCount(7);
    QVERIFY(!badge.isHidden());
    QVERIFY(badge.accessibleName().contains(u'7'));
    badge.setCount(0);
    QVERIFY(badge.isHidden());
}

void TstKitWidgets::bannerSaysOneThing()
{
    Banner banner(*m_theme);
    QVERIFY(banner.isHidden());
    banner.say(Banner::Tone::Warning, u"Reconnecting <b>in 4 s</b>"_s, u"Try now"_s);
    QVERIFY(!banner.isHidden());
    QCOMPARE(banner.accessibleName(), u"Reconnecting <b>in 4 s</b>"_s);
    QCOMPARE(banner.findChildren<QLabel *>().last()->textFormat(), Qt::PlainText);
    QSignalSpy triggered(&banner, &Banner::actionTriggered);
    auto *button = banner.findChild<QPushButton *>();
    QTest::keyClick(button, Qt::Key_Space);
    QCOMPARE(triggered.size(), 1);
    banner.say(Banner::Tone::Good, u"Connected"_s);
    QVERIFY(button->isHidden());
    banner.clear();
    QVERIFY(banner.isHidden());
    QVERIFY(banner.text().isEmpty());
}

void TstKitWidgets::elidedLabelKeepsTheWholeTextForReaders()
{
    ElidedLabel label;
    label.setText(u"아주 긴 이름의 방\n두 번째 줄"_s);
    label.resize(60, 20);
    label.show();
    QVERIFY(label.isElided());
    QCOMPARE(label.accessibleName(), u"아주 긴 이름의 방 두 번째 줄"_s);
    QCOMPARE(label.toolTip(), label.accessibleName());
    label.resize(label.sizeHint());
    label.setText(u"짧음"_s);
    QVERIFY(!label.isElided());
    QVERIFY(label.toolTip().isEmpty());
}

void TstKitWidgets::tooltipOfANameIsNotMarkup()
{
    ElidedLabel label;
    label.resize(20, 20);
    label.setText(u"<h1>hello</h1>"_s);
    QVERIFY(!label.toolTip().contains(u'<'));
}

void TstKitWidgets::passwordsAreJudged_data()
{
    QTest::addColumn<QString>("password");
    QTest::addColumn<int>("lowest");
    QTest::addColumn<int>("highest");
    QTest::newRow("nothing") << u""_s << 0 << 0;
    QTest::newRow("digits") << u"12345678"_s << 0 << 0;
    QTest::newRow("keyboard") << u"qwertyuiop"_s << 0 << 0;
    QTest::newRow("word") << u"password1!"_s << 0 << 1;
    QTest::newRow("repeated") << u"aaaaaaaaaaaaaaaa"_s << 0 << 0;
    QTest::newRow("own name") << u"minji2001"_s << 0 << 1;
    QTest::newRow("random") << u"kV9#tQ2!xM7z"_s << 4 << 4;
    QTest::newRow("sentence") << u"whales dance on saturday nights"_s << 4 << 4;
    QTest::newRow("Hangul sentence") << u"고래가 달에서 춤춘다"_s << 4 << 4;
}

void TstKitWidgets::passwordsAreJudged()
{
    QFETCH(QString, password);
    QFETCH(int, lowest);
    QFETCH(int, highest);
    const int score = passwordScore(password, {u"Minji"_s});
    QVERIFY2(score >= lowest && score <= highest, qPrintable(QString::number(score)));
}

void TstKitWidgets::strengthIsToldInWords()
{
    PasswordStrength strength(*m_theme);
    QVERIFY(strength.verdict().isEmpty());
    strength.setPassword(u"1234"_s);
    const QString weak = strength.accessibleDescription();
    strength.setPassword(u"kV9#tQ2!xM7z"_s);
    QVERIFY(!weak.isEmpty());
    QVERIFY(strength.accessibleDescription() != weak);
    QVERIFY(!strength.accessibleName().isEmpty());
}

void TstKitWidgets::countdownEmptiesAndStops()
{
    CountdownRing ring(*m_theme);
    QCOMPARE(ring.secondsShown(), 0);
    ring.setRemaining(29'500, 30'000);
    QCOMPARE(ring.secondsShown(), 30);
    QTRY_VERIFY(ring.remaining() < 29'500);
    ring.setRemaining(-4, 30'000);
    QCOMPARE(ring.remaining(), 0);
    ring.setRemaining(10'000, 30'000);
    ring.stop();
    QCOMPARE(ring.secondsShown(), 0);
}

void TstKitWidgets::countdownIsAnnouncedThreeTimes()
{
    QList<int> told;
    qint64 before = -1;
    for (qint64 now = 30'000; now >= 0; now -= 33) {
        const int seconds = CountdownRing::announcedSecond(before, now);
        if (seconds >= 0)
            told.append(seconds);
        before = now;
    }
    QCOMPARE(told, (QList<int>{30, 10, 5}));
    QCOMPARE(CountdownRing::announcedSecond(12'000, 3'000), 5); // late: only what is still true
    QCOMPARE(CountdownRing::announcedSecond(-1, 0), -1);
}

void TstKitWidgets::countdownAnnouncesANewDeadline()
{
    CountdownRing ring(*m_theme);
    ring.setRemaining(30'000, 30'000);
    const QString first = ring.accessibleName();
    QVERIFY(first.contains(u"30"_s));
    ring.setRemaining(20'000, 30'000); // a correction, not worth a word
    QCOMPARE(ring.accessibleName(), first);
    ring.setRemaining(9'900, 30'000);
    QVERIFY(ring.accessibleName().contains(u"10"_s));
    ring.setRemaining(30'000, 30'000);
    QCOMPARE(ring.accessibleName(), first);
}

void TstKitWidgets::countdownChangesItsColourAtTheEnd()
{
    CountdownRing ring(*m_theme);
    ring.resize(120, 120);
    const auto colour = [&ring](qint64 left) {
        ring.setRemaining(left, left);
        return ring.grab().toImage().pixelColor(60, 109);
    };
    QCOMPARE(colour(30'000), m_theme->tokens().accent);
    QCOMPARE(colour(3'000), m_theme->tokens().warning);
}

void TstKitWidgets::cardsFillAsManyColumnsAsFit()
{
    QWidget holder;
    auto *flow = new CardFlow(200, 10, &holder);
    for (int i = 0; i < 5; ++i)
        flow->addWidget(new QPushButton(QString::number(i)));
    QCOMPARE(flow->columnsFor(100), 1);
    QCOMPARE(flow->columnsFor(409), 1);
    QCOMPARE(flow->columnsFor(410), 2);
    QCOMPARE(flow->columnsFor(1000), 4);
    QVERIFY(flow->heightForWidth(300) > flow->heightForWidth(1000));
    flow->setGeometry(QRect(0, 0, 640, 400));
    QCOMPARE(flow->itemAt(3)->geometry().left(), 0);
    QCOMPARE(flow->itemAt(1)->geometry().left(), 216);
    QCOMPARE(flow->itemAt(0)->geometry().width(), 206);
    QVERIFY(flow->itemAt(5) == nullptr);
}

void TstKitWidgets::cardsOfARowAreEquallyHigh()
{
    QWidget holder;
    auto *flow = new CardFlow(150, 10, &holder);
    for (const QString &text : {u"짧아요"_s, QString(u"아주 길어서 여러 줄이 되는 글 "_s).repeated(5)}) {
        auto *label = new QLabel(text);
        label->setWordWrap(true);
        flow->addWidget(label);
    }
    flow->setGeometry(QRect(0, 0, 320, 400));
    QCOMPARE(flow->itemAt(0)->geometry().height(), flow->itemAt(1)->geometry().height());
    QVERIFY(flow->itemAt(1)->geometry().height() >= flow->itemAt(1)->heightForWidth(155));
}

void TstKitWidgets::clickableCardAnswersKeys()
{
    Card card(*m_theme);
    card.setClickable(true);
    card.resize(200, 100);
    QSignalSpy clicked(&card, &Card::clicked);
    QTest::keyClick(&card, Qt::Key_Return);
    QTest::keyClick(&card, Qt::Key_Space);
    QTest::keyClick(&card, Qt::Key_A);
    QTest::mouseClick(&card, Qt::LeftButton);
    QTest::mouseClick(&card, Qt::RightButton);
    QCOMPARE(clicked.size(), 3);
    QCOMPARE(card.focusPolicy(), Qt::StrongFocus);
}

void TstKitWidgets::plainCardIsNoTarget()
{
    Card card(*m_theme);
    card.resize(200, 100);
    QSignalSpy clicked(&card, &Card::clicked);
    QTest::mouseClick(&card, Qt::LeftButton);
    QTest::keyClick(&card, Qt::Key_Return);
    QCOMPARE(clicked.size(), 0);
    QCOMPARE(card.focusPolicy(), Qt::NoFocus);
    QVERIFY(card.contentsMargins().left() > 8);
}

void TstKitWidgets::emptyStateOffersOneThing()
{
    EmptyState empty(*m_theme, u"chats"_s);
    empty.setTexts(u"Nothing here"_s, u"Look around."_s);
    QVERIFY(empty.button()->isHidden());
    QCOMPARE(empty.accessibleName(), u"Nothing here"_s);
    empty.setTexts(u"Nothing here"_s, u"Look around."_s, u"Look"_s);
    QVERIFY(!empty.button()->isHidden());
    QSignalSpy triggered(&empty, &EmptyState::actionTriggered);
    QTest::keyClick(empty.button(), Qt::Key_Space);
    QCOMPARE(triggered.size(), 1);
}

void TstKitWidgets::roomsAreToldToReaders()
{
    const QString text = accessibleText(RoomRow{.name = u"Minji"_s, .preview = u"See you"_s, .timeText = u"13:02"_s, .unread = 3, .demo = true});
    for (const QString &part : {u"Minji"_s, u"demo"_s, u"3"_s, u"See you"_s, u"13:02"_s})
        QVERIFY2(text.contains(part), qPrintable(part));
    QVERIFY(accessibleText(RoomRow{.name = u"Minji"_s, .draft = u"half a"_s}).contains(u"half a"_s));
}

void TstKitWidgets::roomRowsAreEquallyHigh()
{
    QStandardItemModel rooms;
    test::fillRooms(rooms);
    RoomDelegate delegate(*m_theme);
    QSet<int> heights;
    for (int i = 0; i < rooms.rowCount(); ++i)
        heights.insert(delegate.sizeHint({}, rooms.index(i, 0)).height());
    QCOMPARE(heights.size(), 1);
    delegate.setCompact(true);
    QVERIFY(delegate.sizeHint({}, rooms.index(0, 0)).height() < *heights.begin());
}

void TstKitWidgets::longRoomNameLeavesRoomForTheTime()
{
    const auto draw = [this](const QString &name) {
        QStandardItemModel model;
        auto *item = new QStandardItem(name);
        item->setData(u"same"_s, RoomKeyRole);
        item->setData(u"11:11"_s, RoomTimeTextRole);
        model.appendRow(item);
        QImage image(260, 66, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        QStyleOptionViewItem option;
        option.rect = image.rect();
        RoomDelegate(*m_theme).paint(&painter, option, model.index(0, 0));
        return image;
    };
    const int time = QFontMetrics(m_theme->font(TextStyle::Caption)).horizontalAdvance(u"11:11"_s);
    const QRect right(260 - 16 - time - 4, 0, time + 16, 66);
    QCOMPARE(draw(u"N"_s.repeated(80)).copy(right), draw(u"N"_s).copy(right));
}

QTEST_MAIN(TstKitWidgets)
#include "tst_kit_widgets.moc"
