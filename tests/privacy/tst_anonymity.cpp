// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Two hundred blind dates with the real worker, services and SQLite under virtual time; everything that is sent to the
// guests is searched for what could tell who they are. More of them:
//   JJAK_PRIVACY_DATES=2000 JJAK_PRIVACY_SEED=7 build/bin/privacy.tst_anonymity nothingTellsWhoSomebodyIs
#include <QElapsedTimer>
#include <QTest>

#include "tests/privacy/findings.h"
#include "tests/privacy/house.h"

using namespace jjak;
using namespace jjak::privacy;
using namespace Qt::StringLiterals;

namespace {

constexpr int people = 70;

int numberFrom(const char *name, int otherwise)
{
    bool given = false;
    const int value = qEnvironmentVariableIntValue(name, &given);
    return given ? value : otherwise;
}

using Examiner = QStringList (*)(const Record &);

} // namespace
Q_DECLARE_METATYPE(jjak::privacy::Leak)
Q_DECLARE_METATYPE(Examiner)

class TestAnonymity : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingTellsWhoSomebodyIs();
    void messagesOfEveryDateBeginWithOne();
    void everyPlantedLeakIsFound_data();
    void everyPlantedLeakIsFound();
};

void TestAnonymity::nothingTellsWhoSomebodyIs()
{
    const int dates = numberFrom("JJAK_PRIVACY_DATES", 200);
    House house(quint64(numberFrom("JJAK_PRIVACY_SEED", 20261121)), people);
    QElapsedTimer timer;
    timer.start();
    while (int(house.record().tables.size()) < dates)
        house.evening();
    const Record &record = house.record();
    qint64 frames = 0, bytes = 0;
    for (const Guest &guest : record.guests) {
        frames += qint64(guest.heard.size());
        for (const Heard &heard : guest.heard)
            bytes += heard.frame.size();
    }
    const QStringList found = findings(record);
    qInfo("%d dates in %d evenings, %d of them with both who met somebody and who did not, %d pairs; %lld frames, %lld bytes searched; found %d; %lld s", int(record.tables.size()), record.evenings, mixedTables(record),
          int(record.couples.size()), frames, bytes, int(found.size()), timer.elapsed() / 1000);
    QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
    // Evenings at which nothing of this happens would have tested nothing.
    QVERIFY(mixedTables(record) > dates / 3);
    QVERIFY(std::ranges::any_of(record.guests, [](const Guest &guest) { return !guest.friends.isEmpty(); }));
}

void TestAnonymity::messagesOfEveryDateBeginWithOne()
{
    House house(5, people);
    house.evening();
    const Record &record = house.record();
    int rooms = 0;
    for (const Table &table : record.tables) {
        for (const int index : table.guests) {
            const Guest &guest = record.guests[size_t(index)];
            if (!guest.sittings[0].plain)
                continue;
            const QByteArray begin = "{\"ev\":\"room.message\",\"data\":{\"room\":\"" + table.room.toText() + "\",\"message\":{\"seq\":";
            qint64 next = 1;
            for (const Heard &heard : guest.heard) {
                if (heard.frame.startsWith(begin))
                    QVERIFY2(heard.frame.startsWith(begin + QByteArray::number(next++) + ','), heard.frame.constData());
            }
            QVERIFY(next > 20);
            ++rooms;
        }
    }
    QVERIFY(rooms > people / 2);
}

void TestAnonymity::everyPlantedLeakIsFound_data()
{
    QTest::addColumn<Leak>("leak");
    QTest::addColumn<Examiner>("examiner");
    QTest::newRow("an account id in a date's state") << Leak::AccountInState << Examiner(foreignIdentifiers);
    QTest::newRow("a field that nobody described") << Leak::AccountInState << Examiner(undescribedFrames);
    QTest::newRow("a name for an alias") << Leak::NameForAlias << Examiner(foreignIdentifiers);
    QTest::newRow("a device id in a message") << Leak::DeviceInMessage << Examiner(foreignIdentifiers);
    QTest::newRow("an unknown word that stays the same") << Leak::StableName << Examiner(linkingWords);
    QTest::newRow("a longer reveal for who met somebody") << Leak::LongerReveal << Examiner(unequalShapes);
    QTest::newRow("a later reveal for who met somebody") << Leak::LaterReveal << Examiner(unequalShapes);
    QTest::newRow("a frame more for whom an arrow points at") << Leak::TellingTarget << Examiner(unequalShapes);
    QTest::newRow("seats in order of arrival") << Leak::SeatsByArrival << Examiner(tellingSeats);
    QTest::newRow("the same alias every time") << Leak::SteadyAliases << Examiner(tellingSeats);
}

void TestAnonymity::everyPlantedLeakIsFound()
{
    QFETCH(Leak, leak);
    QFETCH(Examiner, examiner);
    House house(7, 28, leak);
    for (int i = 0; i < 8; ++i)
        house.evening();
    const QStringList found = examiner(house.record());
    QVERIFY(!found.isEmpty());
    qInfo().noquote() << found.constFirst();
}

QTEST_GUILESS_MAIN(TestAnonymity)
#include "tst_anonymity.moc"
