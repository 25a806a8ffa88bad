// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "server/control/moment.h"

using namespace jjak;
using namespace Qt::StringLiterals;
using control::momentFrom;

namespace {

const Time now = *timeFromIso(u"2026-11-21T10:00:00.000Z");   // 19:00 in Seoul
const Time start = *timeFromIso(u"2026-11-21T12:00:00.000Z"); // 21:00 in Seoul

QString read(const QString &text, const QByteArray &zone = "Asia/Seoul")
{
    const auto moment = momentFrom(text, {now, start, QTimeZone(zone)});
    return moment ? QString::fromLatin1(toIso(*moment)) : QString();
}

} // namespace

//! Times as operators write them.
class TestMoment : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void timesAreUnderstood_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("moment");
        QTest::newRow("now") << u"now"_s << u"2026-11-21T10:00:00.000Z"_s;
        QTest::newRow("hours later") << u"+2h"_s << u"2026-11-21T14:00:00.000Z"_s;
        QTest::newRow("minutes later") << u"+90m"_s << u"2026-11-21T13:30:00.000Z"_s;
        QTest::newRow("seconds later") << u"+45s"_s << u"2026-11-21T12:00:45.000Z"_s;
        QTest::newRow("days later") << u"+1d"_s << u"2026-11-22T12:00:00.000Z"_s;
        QTest::newRow("in the zone") << u"2026-11-21 21:30"_s << u"2026-11-21T12:30:00.000Z"_s;
        QTest::newRow("in the zone with T") << u"2026-11-21T21:30"_s << u"2026-11-21T12:30:00.000Z"_s;
        QTest::newRow("of the same evening") << u"23:00"_s << u"2026-11-21T14:00:00.000Z"_s;
        QTest::newRow("of the next morning") << u"1:30"_s << u"2026-11-21T16:30:00.000Z"_s;
        QTest::newRow("not the start itself") << u"21:00"_s << u"2026-11-22T12:00:00.000Z"_s;
        QTest::newRow("with an offset") << u"2026-11-21T21:00+02:00"_s << u"2026-11-21T19:00:00.000Z"_s;
        QTest::newRow("with seconds in UTC") << u"2026-11-21T21:00:30Z"_s << u"2026-11-21T21:00:30.000Z"_s;
    }
    void timesAreUnderstood()
    {
        QFETCH(const QString, text);
        QTEST(read(text), "moment");
    }

    void nonsenseIsRefused_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"", "soon", "+2w", "+", "-2h", "+1234567s", "24:00", "21:60", "2026-02-30 21:00", "2026-13-01 21:00", "21", "2026-11-21", "2026-11-21T21:00+9", "2026-11-21 21:00 ", "now "})
            QTest::addRow("“%s”", text) << QString::fromLatin1(text);
    }
    void nonsenseIsRefused()
    {
        QFETCH(const QString, text);
        QCOMPARE(read(text), QString());
    }

    void anHourThatTheClocksSkipIsRefused()
    {
        // Central Europe goes from 02:00 to 03:00 on 2027-03-28 (Directive 2000/84/EC: the last Sunday of March, 01:00 UTC).
        QCOMPARE(read(u"2027-03-28 02:30"_s, "Europe/Berlin"), QString());
        QCOMPARE(read(u"2027-03-28 03:30"_s, "Europe/Berlin"), u"2027-03-28T01:30:00.000Z"_s);
    }
};

QTEST_GUILESS_MAIN(TestMoment)
#include "tst_moment.moc"
