// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDate>
#include <QDateTime>
#include <QTest>

#include "common/base/rng.h"
#include "common/base/time.h"

using namespace jjak;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 endOf9999 = 253'402'300'799'999;

Day day(int y, unsigned m, unsigned d)
{
    return std::chrono::sys_days(std::chrono::year(y) / int(m) / int(d));
}

} // namespace

class TestTime : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void writesUtcWithThreeDecimals()
    {
        QCOMPARE(toIso(fromMs(0)), QByteArray("1970-01-01T00:00:00.000Z"));
        QCOMPARE(toIso(fromMs(1)), QByteArray("1970-01-01T00:00:00.001Z"));
        QCOMPARE(toIso(fromMs(951'827'696'789)), QByteArray("2000-02-29T12:34:56.789Z"));
        QCOMPARE(toIso(fromMs(endOf9999)), QByteArray("9999-12-31T23:59:59.999Z"));
    }
    void timesComeBackAsTheyWere()
    {
        SeededRng rng(1);
        for (int i = 0; i < 20'000; ++i) {
            const Time t = fromMs(qint64(rng.below(endOf9999 + 1)));
            QVERIFY(timeFromIso(QString::fromLatin1(toIso(t))) == t);
        }
    }
    //! Qt's calendar as the second opinion.
    void agreesWithQt()
    {
        SeededRng rng(2);
        for (int i = 0; i < 2000; ++i) {
            const qint64 ms = qint64(rng.below(endOf9999 + 1));
            QCOMPARE(QString::fromLatin1(toIso(fromMs(ms))), QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC).toString(Qt::ISODateWithMs));
        }
    }
    void everyDayOfFourCenturiesComesBack()
    {
        for (Day d = day(1900, 1, 1); d < day(2300, 1, 1); d += std::chrono::days(1))
            QVERIFY(dayFromIso(QString::fromLatin1(toIso(d))) == d);
    }
    void refusesTimes_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"", "2026-11-21", "2026-11-21T08:48:42Z", "2026-11-21T08:48:42.12Z", "2026-11-21T08:48:42.1234Z", "2026-11-21T08:48:42.123", "2026-11-21T08:48:42.123z",
                                 "2026-11-21t08:48:42.123Z", "2026-11-21 08:48:42.123Z", "2026-11-21T08:48:42,123Z", "2026-11-21T24:00:00.000Z", "2026-11-21T08:60:00.000Z", "2026-11-21T08:48:60.000Z",
                                 "2026-02-29T00:00:00.000Z", "2026-13-01T00:00:00.000Z", "1969-12-31T23:59:59.999Z", "-026-11-21T08:48:42.123Z", "2026-11-21T+8:48:42.123Z", "2026-11-21T08:48:42.123+0",
                                 " 2026-11-21T08:48:42.12Z", "2026-11-21T08:48:42.12 Z", "2026_11-21T08:48:42.123Z"})
            QTest::newRow(text) << QString::fromLatin1(text);
        QTest::newRow("other digits") << u"２026-11-21T08:48:42.123Z"_s;
    }
    void refusesTimes()
    {
        QFETCH(QString, text);
        QVERIFY(!timeFromIso(text));
    }
    void knowsLeapYears_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("exists");
        QTest::newRow("divisible by 4") << u"2024-02-29"_s << true;
        QTest::newRow("not divisible") << u"2023-02-29"_s << false;
        QTest::newRow("century") << u"1900-02-29"_s << false;
        QTest::newRow("fourth century") << u"2000-02-29"_s << true;
        QTest::newRow("2100") << u"2100-02-29"_s << false;
        QTest::newRow("30 February") << u"2024-02-30"_s << false;
        QTest::newRow("31 April") << u"2024-04-31"_s << false;
        QTest::newRow("day 0") << u"2024-04-00"_s << false;
        QTest::newRow("month 0") << u"2024-00-10"_s << false;
        QTest::newRow("without zeros") << u"2024-4-1"_s << false;
        QTest::newRow("trailing") << u"2024-04-01 "_s << false;
    }
    void knowsLeapYears()
    {
        QFETCH(QString, text);
        QFETCH(bool, exists);
        QCOMPARE(dayFromIso(text).has_value(), exists);
    }
    void countsCompletedYears_data()
    {
        QTest::addColumn<QString>("birth");
        QTest::addColumn<QString>("today");
        QTest::addColumn<int>("years");
        QTest::newRow("birthday") << u"2000-05-10"_s << u"2018-05-10"_s << 18;
        QTest::newRow("day before") << u"2000-05-10"_s << u"2018-05-09"_s << 17;
        QTest::newRow("earlier month, later day") << u"2000-05-10"_s << u"2018-04-30"_s << 17;
        QTest::newRow("later month, earlier day") << u"2000-05-10"_s << u"2018-06-01"_s << 18;
        QTest::newRow("29 February, on 28th") << u"2008-02-29"_s << u"2026-02-28"_s << 17;
        QTest::newRow("29 February, on 1 March") << u"2008-02-29"_s << u"2026-03-01"_s << 18;
        QTest::newRow("29 February, in a leap year") << u"2008-02-29"_s << u"2028-02-29"_s << 20;
        QTest::newRow("day of birth") << u"2026-11-21"_s << u"2026-11-21"_s << 0;
        QTest::newRow("not yet born") << u"2026-11-22"_s << u"2026-11-21"_s << -1;
    }
    void countsCompletedYears()
    {
        QFETCH(QString, birth);
        QFETCH(QString, today);
        QFETCH(int, years);
        QCOMPARE(yearsBetween(*dayFromIso(birth), *dayFromIso(today)), years);
    }
};

QTEST_GUILESS_MAIN(TestTime)
#include "tst_time.moc"
