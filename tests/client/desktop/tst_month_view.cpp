// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAccessible>
#include <QSignalSpy>
#include <QtTest>

#include "client/desktop/kit/theme.h"
#include "client/desktop/lounge/month_view.h"

using namespace jjak::desktop;
using namespace Qt::StringLiterals;

namespace {

const QDate december{2026, 12, 4}; // a Friday

//! A month in English, where weeks begin on Sunday, on a window.
struct Bench {
    Bench()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        view.setToday(QDate(2026, 12, 2));
        view.choose(december);
        view.resize(view.sizeHint());
        view.show();
        view.activateWindow();
        view.setFocus();
    }
    void press(int key) { QTest::keyClick(&view, Qt::Key(key)); }

    Theme theme;
    MonthView view{theme};
};

} // namespace

//! A month as a grid: where its days are, the keys, and what is said of a day.
class TestMonthView : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void weeksBeginAsTheLanguageHasIt();
    void keysMoveByDaysWeeksAndMonths();
    void monthsOfOtherLengthsAreNotLeftOut();
    void enterAsksForTheDay();
    void clickChoosesTheDayUnderIt();
    void daySaysWhatIsOnIt();
    void screenReadersHearTheDay();
    void marksAreDrawnInBothLooks();
};

void TestMonthView::weeksBeginAsTheLanguageHasIt()
{
    Bench bench;
    QCOMPARE(bench.view.month(), QDate(2026, 12, 1));
    QCOMPARE(bench.view.dayAt(0), QDate(2026, 11, 29)); // a Sunday
    QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
    QCOMPARE(bench.view.dayAt(0), QDate(2026, 11, 30)); // a Monday
    for (int cell = 0; cell < MonthView::cells; ++cell)
        QCOMPARE(bench.view.cellOf(bench.view.dayAt(cell)), cell);
    bench.view.choose(QDate(2027, 2, 10)); // begins on a Monday: no week before it
    QCOMPARE(bench.view.dayAt(0), QDate(2027, 2, 1));
}

void TestMonthView::keysMoveByDaysWeeksAndMonths()
{
    Bench bench;
    QSignalSpy chosen(&bench.view, &MonthView::dayChosen);
    const QList<std::pair<int, QDate>> all{{Qt::Key_Right, {2026, 12, 5}}, {Qt::Key_Left, {2026, 12, 4}}, {Qt::Key_Down, {2026, 12, 11}}, {Qt::Key_Up, {2026, 12, 4}}, {Qt::Key_PageDown, {2027, 1, 4}},
                                           {Qt::Key_PageUp, {2026, 12, 4}}, {Qt::Key_End, {2026, 12, 31}}, {Qt::Key_Right, {2027, 1, 1}}, {Qt::Key_Home, {2027, 1, 1}}, {Qt::Key_Left, {2026, 12, 31}}, {Qt::Key_Home, {2026, 12, 1}}};
    int moves = 0;
    for (const auto &[key, day] : all) {
        const QDate before = bench.view.chosen();
        bench.press(key);
        QCOMPARE(bench.view.chosen(), day);
        moves += day == before ? 0 : 1;
        QCOMPARE(chosen.size(), moves);
    }
}

void TestMonthView::monthsOfOtherLengthsAreNotLeftOut()
{
    Bench bench;
    bench.view.choose({2027, 1, 31});
    bench.press(Qt::Key_PageDown);
    QCOMPARE(bench.view.chosen(), QDate(2027, 2, 28));
}

void TestMonthView::enterAsksForTheDay()
{
    Bench bench;
    QSignalSpy wanted(&bench.view, &MonthView::dayWanted);
    for (const int key : {Qt::Key_Return, Qt::Key_Enter, Qt::Key_Space})
        bench.press(key);
    QCOMPARE(wanted.size(), 3);
    QCOMPARE(wanted[0][0].toDate(), december);
}

void TestMonthView::clickChoosesTheDayUnderIt()
{
    Bench bench;
    const int cell = bench.view.cellOf({2026, 12, 24});
    QTest::mouseClick(&bench.view, Qt::LeftButton, {}, bench.view.rectOf(cell).center());
    QCOMPARE(bench.view.chosen(), QDate(2026, 12, 24));
    QTest::mouseClick(&bench.view, Qt::LeftButton, {}, QPoint(5, 2)); // on the names of the days
    QCOMPARE(bench.view.chosen(), QDate(2026, 12, 24));
    QTest::mouseClick(&bench.view, Qt::LeftButton, {}, bench.view.rectOf(MonthView::cells - 1).center());
    QCOMPARE(bench.view.chosen(), QDate(2027, 1, 9)); // of the next month, which is shown now
    QCOMPARE(bench.view.month(), QDate(2027, 1, 1));
}

void TestMonthView::daySaysWhatIsOnIt()
{
    Bench bench;
    bench.view.setMarks({{december, {1, 1}}, {QDate(2026, 12, 2), {2, 0}}});
    QCOMPARE(bench.view.dayText(december), u"Friday 4 December: 1 table(s), 1 event(s)"_s);
    QCOMPARE(bench.view.dayText({2026, 12, 2}), u"Wednesday 2 December: today, 2 table(s)"_s);
    QCOMPARE(bench.view.dayText({2026, 12, 3}), u"Thursday 3 December"_s);
    QCOMPARE(bench.view.monthText(), u"December 2026"_s);
}

void TestMonthView::screenReadersHearTheDay()
{
    Bench bench;
    bench.view.setMarks({{december, {1, 0}}});
    QAccessibleInterface *month = QAccessible::queryAccessibleInterface(&bench.view);
    QVERIFY(month);
    QCOMPARE(month->text(QAccessible::Name), u"December 2026"_s);
    QCOMPARE(month->childCount(), MonthView::cells);
    QAccessibleInterface *day = month->focusChild();
    QVERIFY(day);
    QCOMPARE(day->text(QAccessible::Name), bench.view.dayText(december));
    QVERIFY(day->state().selected);
    QCOMPARE(month->indexOfChild(day), bench.view.cellOf(december));
    QCOMPARE(month->child(0)->text(QAccessible::Name), u"Sunday 29 November"_s);
    QVERIFY(!month->child(0)->state().selected);
    QVERIFY(!month->child(MonthView::cells));
    bench.press(Qt::Key_PageDown);
    QCOMPARE(month->text(QAccessible::Name), u"January 2027"_s);
    QCOMPARE(month->focusChild()->text(QAccessible::Name), u"Monday 4 January"_s);
}

void TestMonthView::marksAreDrawnInBothLooks()
{
    Bench bench;
    for (const auto mode : {Theme::Mode::Light, Theme::Mode::Dark}) {
        bench.theme.setMode(mode);
        const auto look = [&bench](const QHash<QDate, DayMarks> &marks) {
            bench.view.setMarks(marks);
            return bench.view.grab().toImage();
        };
        const QImage empty = look({}), table = look({{QDate(2026, 12, 20), {1, 0}}}), event = look({{QDate(2026, 12, 20), {0, 1}}});
        QVERIFY(empty != table && empty != event && table != event);
    }
}

QTEST_MAIN(TestMonthView)
#include "tst_month_view.moc"
