// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/dates/arrow_board.h"
#include "client/desktop/kit/theme.h"
#include "common/rules/limits.h"

#include <QAccessible>
#include <QImage>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace jjak;
using namespace jjak::desktop;
using protocol::SeatState;

//! Pointing the arrow: by dragging, by clicking, by keys and by a screen reader; and where everybody sits meanwhile.
class TestArrowBoard : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void clickPointsTheArrow();
    void dragFromOneselfPointsTheArrow();
    void dragLetGoOverNothingLeavesTheArrow();
    void keysPointTheArrow_data();
    void keysPointTheArrow();
    void arrowKeysPassByWhoCannotBeChosen();
    void nobodyIsAChoice();
    void whoCannotBeChosenIsNot_data();
    void whoCannotBeChosenIsNot();
    void screenReadersMeetRadioButtons();
    void revealTakesNoChoice();
    void whoMetIsSeen();
    void nobodySitsOnAnother_data();
    void nobodySitsOnAnother();
    void namesStandOutsideOfTheCircle();
    void growsOnlyWithMotion();

private:
    [[nodiscard]] QPoint seatAt(int seat) const { return m_board->plan().spot(seat)->avatar.center().toPoint(); }
    void drag(const QPoint &from, const QPoint &to);

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<ArrowBoard> m_board;
};

namespace {

constexpr int mine = 4, away = 6, left = 2, blocked = 3;

QList<SeatFace> table(int seats = 7)
{
    QList<SeatFace> faces;
    for (int i = 1; i <= seats; ++i)
        faces.append({i, u"otter:gentle:%1"_s.arg(i), u"Thoughtful Hedgehog"_s, i == away ? SeatState::Away : i == left ? SeatState::Left : SeatState::Here, false, i == blocked});
    return faces;
}

} // namespace

void TestArrowBoard::init()
{
    m_theme = std::make_unique<Theme>();
    m_theme->setMotionAllowed(false);
    m_board = std::make_unique<ArrowBoard>(*m_theme);
    m_board->resize(640, 560);
    m_board->setFaces(table(), mine);
    m_board->setChoice(u"Nobody this time"_s);
    m_board->setShows(ArrowBoard::Shows::Arrow);
    m_board->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_board.get()));
}

void TestArrowBoard::cleanup()
{
    m_board.reset();
    m_theme.reset();
}

void TestArrowBoard::drag(const QPoint &from, const QPoint &to)
{
    QTest::mousePress(m_board.get(), Qt::LeftButton, {}, from);
    QTest::mouseMove(m_board.get(), (from + to) / 2);
    QTest::mouseMove(m_board.get(), to);
    QTest::mouseRelease(m_board.get(), Qt::LeftButton, {}, to);
}

void TestArrowBoard::clickPointsTheArrow()
{
    QSignalSpy picked(m_board.get(), &SeatBoard::picked);
    QTest::mouseClick(m_board.get(), Qt::LeftButton, {}, seatAt(7));
    QCOMPARE(m_board->chosen(), 7);
    QTest::mouseClick(m_board.get(), Qt::LeftButton, {}, seatAt(away)); // who is away may be chosen
    QCOMPARE(m_board->chosen(), away);
    QCOMPARE(picked.size(), 2);
}

void TestArrowBoard::dragFromOneselfPointsTheArrow()
{
    QSignalSpy picked(m_board.get(), &SeatBoard::picked);
    drag(seatAt(mine), seatAt(5));
    QCOMPARE(m_board->chosen(), 5);
    QCOMPARE(picked.size(), 1);
    QVERIFY(!m_board->isDragging());
    drag(seatAt(mine), m_board->plan().nobody.center().toPoint());
    QCOMPARE(m_board->chosen(), 0);
}

void TestArrowBoard::dragLetGoOverNothingLeavesTheArrow()
{
    m_board->setChosen(7);
    QSignalSpy picked(m_board.get(), &SeatBoard::picked);
    drag(seatAt(mine), QPoint(2, 2));
    drag(seatAt(mine), seatAt(left));
    QCOMPARE(m_board->chosen(), 7);
    QVERIFY(picked.isEmpty());
}

void TestArrowBoard::keysPointTheArrow_data()
{
    QTest::addColumn<Qt::Key>("key");
    QTest::addColumn<int>("chosen");
    QTest::newRow("its number") << Qt::Key_7 << 7;
    QTest::newRow("0 is nobody") << Qt::Key_0 << 0;
    QTest::newRow("Delete takes it back") << Qt::Key_Delete << 0;
    QTest::newRow("a number nobody has") << Qt::Key_9 << 1;
    QTest::newRow("one's own number") << Qt::Key_4 << 1;
}

void TestArrowBoard::keysPointTheArrow()
{
    QFETCH(Qt::Key, key);
    m_board->setChosen(1);
    QTest::keyClick(m_board.get(), key);
    QTEST(m_board->chosen(), "chosen");
}

void TestArrowBoard::arrowKeysPassByWhoCannotBeChosen()
{
    QSet<int> seen;
    for (int i = 0; i < 12; ++i) {
        QTest::keyClick(m_board.get(), Qt::Key_Right);
        seen.insert(m_board->chosen());
    }
    QCOMPARE(seen, (QSet<int>{0, 1, 5, 6, 7}));
}

void TestArrowBoard::nobodyIsAChoice()
{
    m_board->setChosen(7);
    QSignalSpy picked(m_board.get(), &SeatBoard::picked);
    QTest::mouseClick(m_board.get(), Qt::LeftButton, {}, m_board->plan().nobody.center().toPoint());
    QCOMPARE(m_board->chosen(), 0);
    QCOMPARE(picked.value(0).value(0).toInt(), 0);
    QCOMPARE(picked.size(), 1);
}

void TestArrowBoard::whoCannotBeChosenIsNot_data()
{
    QTest::addColumn<int>("seat");
    QTest::newRow("oneself") << mine;
    QTest::newRow("who left") << left;
    QTest::newRow("who is blocked") << blocked;
}

void TestArrowBoard::whoCannotBeChosenIsNot()
{
    QFETCH(int, seat);
    m_board->setChosen(7);
    QSignalSpy picked(m_board.get(), &SeatBoard::picked);
    QTest::mouseClick(m_board.get(), Qt::LeftButton, {}, seatAt(seat));
    QTest::keyClick(m_board.get(), Qt::Key(Qt::Key_0 + seat));
    QCOMPARE(m_board->chosen(), 7);
    QVERIFY(picked.isEmpty());
}

void TestArrowBoard::screenReadersMeetRadioButtons()
{
    m_board->setChosen(7);
    QAccessibleInterface *group = QAccessible::queryAccessibleInterface(m_board.get());
    QVERIFY(group);
    QCOMPARE(group->childCount(), 7); // six others and nobody
    int checked = 0;
    for (int i = 0; i < group->childCount(); ++i) {
        QAccessibleInterface *one = group->child(i);
        QCOMPARE(one->role(), QAccessible::RadioButton);
        QVERIFY(!one->text(QAccessible::Name).isEmpty());
        checked += one->state().checked;
    }
    QCOMPARE(checked, 1);
}

void TestArrowBoard::revealTakesNoChoice()
{
    m_board->setChosen(7);
    QSignalSpy picked(m_board.get(), &SeatBoard::picked);
    m_board->setChoice({});
    m_board->setShows(ArrowBoard::Shows::Reveal);
    drag(seatAt(mine), seatAt(5));
    QTest::mouseClick(m_board.get(), Qt::LeftButton, {}, seatAt(5));
    QTest::keyClick(m_board.get(), Qt::Key_5);
    QVERIFY(picked.isEmpty());
}

//! And those whose arrows did not meet see the same, whomever they had chosen.
void TestArrowBoard::whoMetIsSeen()
{
    const auto ending = [this](int chosen, int met) {
        m_board->setChosen(chosen);
        m_board->setMet(met);
        m_board->setChoice({});
        m_board->setShows(ArrowBoard::Shows::Reveal);
        return m_board->grab().toImage();
    };
    const QImage nobody = ending(0, 0);
    QCOMPARE(ending(7, 0), nobody);
    const QImage met = ending(7, 7);
    QVERIFY(met != nobody);
    QVERIFY(ending(5, 5) != met);
}

void TestArrowBoard::nobodySitsOnAnother_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<int>("seats");
    for (const int seats : {2, 4, 7, limits::seatsMax})
        for (const QSize &size : {QSize(320, 560), QSize(364, 420), QSize(640, 560), QSize(900, 400), QSize(1500, 900)})
            QTest::addRow("%d seats in %dx%d", seats, size.width(), size.height()) << size << seats;
}

void TestArrowBoard::nobodySitsOnAnother()
{
    QFETCH(QSize, size);
    QFETCH(int, seats);
    m_board->setFaces(table(seats), 1);
    m_board->resize(size);
    const SeatPlan plan = m_board->plan();
    QCOMPARE(plan.spots.size(), seats);
    for (const SeatSpot &one : plan.spots) {
        QVERIFY(QRectF(m_board->rect()).contains(one.avatar));
        QVERIFY(QRectF(m_board->rect()).contains(one.label));
        QVERIFY(!one.avatar.intersects(plan.nobody) && !one.label.intersects(plan.nobody));
        QCOMPARE(plan.at(one.avatar.center()), one.number);
        for (const SeatSpot &other : plan.spots)
            if (other.number != one.number)
                QVERIFY(!one.avatar.intersects(other.avatar) && !one.label.intersects(other.avatar) && !one.label.intersects(other.label));
    }
}

void TestArrowBoard::namesStandOutsideOfTheCircle()
{
    const SeatPlan plan = m_board->plan();
    for (const SeatSpot &one : plan.spots)
        QCOMPARE(one.label.center().y() < one.avatar.center().y(), one.avatar.center().y() < plan.centre.y());
    QVERIFY(plan.spot(mine)->avatar.center().y() > plan.centre.y());
}

void TestArrowBoard::growsOnlyWithMotion()
{
    QTest::mouseClick(m_board.get(), Qt::LeftButton, {}, seatAt(7));
    QVERIFY(!m_board->isMoving());
    QCOMPARE(m_board->progress(), 1.0);
    m_theme->setMotionAllowed(true);
    QTest::mouseClick(m_board.get(), Qt::LeftButton, {}, seatAt(5));
    QVERIFY(m_board->isMoving());
    m_theme->setMotionAllowed(false);
    QVERIFY(!m_board->isMoving());
    QCOMPARE(m_board->progress(), 1.0);
}

QTEST_MAIN(TestArrowBoard)
#include "tst_arrow_board.moc"
