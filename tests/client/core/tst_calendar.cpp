// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "client/core/calendar.h"
#include "client/core/remind/reminders.h"
#include "dates.h"
#include "tables.h"

using namespace jjak;
using namespace jjak::client;
using namespace jjak::client::test;
using namespace Qt::StringLiterals;

namespace {

void bothKinds(const char *column)
{
    QTest::addColumn<Occasion>(column);
    QTest::newRow("event") << occasionOf(eventInfo(1, 1, evening));
    QTest::newRow("table") << occasionOf(table(1));
}

} // namespace

//! Events and coffee tables on the outside: the calendar file, and when to remind.
class TestCalendar : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fileIsAsTheRfcWantsIt();
    void fileOfATableIsAsTheRfcWantsIt();
    void whatIsNotHeldIsCancelledThere();
    void longLinesAreFoldedBetweenCharacters_data();
    void longLinesAreFoldedBetweenCharacters();
    void whatHasAMeaningIsEscaped_data();
    void whatHasAMeaningIsEscaped();
    void eachReminderIsSaidOnce();
    void whatWasSleptThroughIsNotMadeUpFor();
    void lateWishIsNotRemindedOfWhatIsPast();
    void movedEventIsRemindedOfAnew();
    void tableIsRemindedOfByTheSameRule();
};

void TestCalendar::fileIsAsTheRfcWantsIt()
{
    const QByteArray expected = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Jjak//Jjak " JJAK_VERSION "//EN\r\nCALSCALE:GREGORIAN\r\nBEGIN:VEVENT\r\n"
                                "UID:AQEBAQEBAQEBAQEBAQEBAQ@jjak.example.org\r\nDTSTAMP:20261121T120000Z\r\nSEQUENCE:0\r\nDTSTART:20261127T110000Z\r\nDTEND:20261127T130000Z\r\n"
                                "SUMMARY;LANGUAGE=en:Blind date · Saturday evening\r\n"
                                "DESCRIPTION;LANGUAGE=en:Open Jjak and take a seat. The doors open a little \r\n earlier.\r\n"
                                "BEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:-PT10M\r\nDESCRIPTION:Blind date · Saturday evening\r\nEND:VALARM\r\n"
                                "BEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:-PT1M\r\nDESCRIPTION:Blind date · Saturday evening\r\nEND:VALARM\r\n"
                                "END:VEVENT\r\nEND:VCALENDAR\r\n";
    const Time stamp = *timeFromIso(u"2026-11-21T12:00:00.000Z");
    QCOMPARE(icsOf(occasionOf(eventInfo(1, 1, evening)), u"en"_s, stamp, u"jjak.example.org"_s), expected);
    QCOMPARE(icsFileName(occasionOf(eventInfo(1, 1, evening))), u"jjak-2026-11-27.ics"_s);
}

void TestCalendar::fileOfATableIsAsTheRfcWantsIt()
{
    const QByteArray expected = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Jjak//Jjak " JJAK_VERSION "//EN\r\nCALSCALE:GREGORIAN\r\nBEGIN:VEVENT\r\n"
                                "UID:" + tableId(1).toText() + "@jjak.example.org\r\nDTSTAMP:20261121T120000Z\r\nSEQUENCE:2\r\nDTSTART:20261127T110000Z\r\nDTEND:20261127T120000Z\r\n"
                                "SUMMARY;LANGUAGE=en:Coffee table · Topic 1\r\n"
                                "DESCRIPTION;LANGUAGE=en:Open Jjak: the table's room opens by itself at that\r\n  time.\r\n"
                                "BEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:-PT10M\r\nDESCRIPTION:Coffee table · Topic 1\r\nEND:VALARM\r\n"
                                "BEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:-PT1M\r\nDESCRIPTION:Coffee table · Topic 1\r\nEND:VALARM\r\n"
                                "END:VEVENT\r\nEND:VCALENDAR\r\n";
    const Time stamp = *timeFromIso(u"2026-11-21T12:00:00.000Z");
    auto coffee = table(1, protocol::Standing::Waiting, 3);
    coffee.at = evening;
    QCOMPARE(icsOf(occasionOf(coffee), u"en"_s, stamp, u"jjak.example.org"_s), expected);
    QCOMPARE(icsFileName(occasionOf(coffee)), u"jjak-2026-11-27.ics"_s);
}

void TestCalendar::whatIsNotHeldIsCancelledThere()
{
    auto event = eventInfo(1, 1, evening);
    auto coffee = table(1);
    QVERIFY(!icsOf(occasionOf(event), {}, evening, {}).contains("STATUS"));
    QVERIFY(!icsOf(occasionOf(coffee), {}, evening, {}).contains("STATUS"));
    event.closed = true;
    coffee.phase = protocol::TablePhase::Ended;
    QVERIFY(icsOf(occasionOf(event), {}, evening, {}).contains("\r\nSTATUS:CANCELLED\r\n"));
    QVERIFY(icsOf(occasionOf(coffee), {}, evening, {}).contains("\r\nSTATUS:CANCELLED\r\n"));
}

void TestCalendar::longLinesAreFoldedBetweenCharacters_data()
{
    bothKinds("long_");
}

void TestCalendar::longLinesAreFoldedBetweenCharacters()
{
    QFETCH(Occasion, long_);
    for (int ascii = 0; ascii < 8; ++ascii) {
        long_.heading = QString(ascii, u'a') + QString(u"짝😀é"_s).repeated(16);
        const QByteArray ics = icsOf(long_, u"ko"_s, evening, {});
        QVERIFY(ics.endsWith("\r\n"));
        QCOMPARE(ics.count('\n'), ics.count("\r\n"));
        for (const QByteArray &line : ics.chopped(2).split('\n')) {
            const QByteArray octets = line.endsWith('\r') ? line.chopped(1) : line;
            QVERIFY(octets.size() <= 75);
            QVERIFY(!QString::fromUtf8(octets).contains(QChar::ReplacementCharacter));
        }
        QVERIFY(QString::fromUtf8(QByteArray(ics).replace("\r\n ", "")).contains(long_.heading));
    }
}

void TestCalendar::whatHasAMeaningIsEscaped_data()
{
    bothKinds("odd");
}

void TestCalendar::whatHasAMeaningIsEscaped()
{
    QFETCH(Occasion, odd);
    odd.heading = u"a,b;c\\d\ne\r\tf"_s;
    const QByteArray ics = icsOf(odd, {}, evening, {}).replace("\r\n ", "");
    QVERIFY(ics.contains(" · a\\,b\\;c\\\\d\\nef\r\n"));
}

void TestCalendar::eachReminderIsSaidOnce()
{
    const QList events{occasionOf(eventInfo(1, 1, evening)), occasionOf(eventInfo(2, 1, evening))};
    Reminders wanted{{eventId(1), reminderFor(events[0], evening - 1h)}};
    QList<std::pair<int, int>> said; // seconds before, minutes said
    for (Time now = evening - 15min; now < evening + 5min; now += 5s)
        for (const DueReminder &due : dueReminders(events, wanted, now)) {
            QCOMPARE(due.occasion.id, OccasionId(eventId(1)));
            said.append({int((evening - now) / 1s), due.minutes});
            wanted[due.occasion.id] = saidAfter(due);
        }
    QCOMPARE(said, (QList<std::pair<int, int>>{{600, 10}, {60, 1}}));
    QCOMPARE(nextReminder(events, wanted, evening - 30s), std::nullopt);
    QCOMPARE(nextReminder(events, {{eventId(1), {}}}, evening - 1h), std::optional<Time>(evening - 10min));
}

void TestCalendar::whatWasSleptThroughIsNotMadeUpFor()
{
    const QList events{occasionOf(eventInfo(1, 1, evening))};
    const Reminders wanted{{eventId(1), {}}};
    const auto due = dueReminders(events, wanted, evening - 20s);
    QCOMPARE(due.size(), size_t(1));
    QCOMPARE(due.front().minutes, 1);
    QVERIFY(dueReminders(events, wanted, evening).empty());
}

void TestCalendar::lateWishIsNotRemindedOfWhatIsPast()
{
    const QList events{occasionOf(eventInfo(1, 1, evening))};
    const Reminders wanted{{eventId(1), reminderFor(events[0], evening - 5min)}};
    QVERIFY(dueReminders(events, wanted, evening - 5min).empty());
    QCOMPARE(dueReminders(events, wanted, evening - 1min).size(), size_t(1));
}

void TestCalendar::movedEventIsRemindedOfAnew()
{
    const Reminders wanted{{eventId(1), {evening, 1}}};
    QVERIFY(dueReminders({occasionOf(eventInfo(1, 1, evening))}, wanted, evening - 10s).empty());
    QCOMPARE(dueReminders({occasionOf(eventInfo(1, 2, evening + 1h))}, wanted, evening + 55min).size(), size_t(1));
}

void TestCalendar::tableIsRemindedOfByTheSameRule()
{
    const Reminders wanted{{tableId(1), {}}};
    auto coffee = table(1, protocol::Standing::Seated);
    const Time at = coffee.at;
    QCOMPARE(nextReminder({occasionOf(coffee)}, wanted, at - 1h), std::optional(at - 10min));
    QVERIFY(dueReminders({occasionOf(coffee)}, wanted, at - 10min - 1ms).empty());
    QCOMPARE(dueReminders({occasionOf(coffee)}, wanted, at - 10min), (std::vector<DueReminder>{{occasionOf(coffee), 10}}));
    QVERIFY(dueReminders({occasionOf(coffee)}, {{eventId(1), {}}}, at - 10min).empty());
    for (const auto mine : {protocol::Standing::None, protocol::Standing::Asked, protocol::Standing::Waiting, protocol::Standing::Offered}) {
        const auto without = occasionOf(table(1, mine));
        QVERIFY(dueReminders({without}, wanted, at - 10min).empty());
        QCOMPARE(nextReminder({without}, wanted, at - 1h), std::nullopt);
    }
    coffee.phase = protocol::TablePhase::Ended;
    QVERIFY(dueReminders({occasionOf(coffee)}, wanted, at - 10min).empty());
}

QTEST_GUILESS_MAIN(TestCalendar)
#include "tst_calendar.moc"
