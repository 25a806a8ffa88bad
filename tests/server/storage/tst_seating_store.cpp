// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <functional>

#include "tests/server/storage/scratch.h"

using namespace Qt::StringLiterals;
using namespace jjak;
using namespace jjak::storage;
using Failure = app::Transaction::Failure;

class TstSeatingStore : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data();
    void theOldestLobbyComesFirst();
    void noLobbyWhereNobodyWaits();
    void fullLobbyTakesNobody();
    void startedAndClosedDatesAreNoLobbies();
    void whoDoesNotGoTogetherIsNotSeatedTogether_data();
    void whoDoesNotGoTogetherIsNotSeatedTogether();
    void oneOfManyIsEnoughToKeepOut();
    void directRoomIsFoundForAnyIds();
    void demoPeopleMayAlwaysBeMetAgain();
    void remembersTheLatestEnd();
    void nobodyMeetsThemselves();
    void whatHasEndedIsForgotten();
};

namespace {

//! A stored account that is a demo person or is none.
AccountId person(Scratch &s, bool demo = false)
{
    auto row = s.newAccount();
    row.demo = demo;
    s->accounts.insert(row);
    return row.id;
}

//! Seats of one date, demo or not as their accounts are.
domain::Date lobbyOf(Scratch &s, const app::EventRow &event, const QList<AccountId> &accounts, Time opened = noon)
{
    auto date = s.newLobby(event, accounts, opened);
    for (auto &seat : date.seats)
        seat.demo = s->accounts.byId(seat.account)->demo;
    s->dates.save(date, event.info.until);
    return date;
}

} // namespace

void TstSeatingStore::initTestCase_data()
{
    Scratch::everywhere();
}

void TstSeatingStore::theOldestLobbyComesFirst()
{
    QFETCH_GLOBAL(int, where);
    Scratch s{Scratch::Where(where)};
    const auto event = s.event();
    const auto who = person(s);
    const auto young = lobbyOf(s, event, {person(s)}, noon + 2s), old = lobbyOf(s, event, {person(s)}, noon + 1s);
    lobbyOf(s, s.event(), {person(s)}, noon); // of another event
    QCOMPARE(s->seating.lobbyFor(event.info.event, who, noon), std::optional(old.id));
    s->pairs.keepApart(who, old.seats[0].account, noon + 1h);
    QCOMPARE(s->seating.lobbyFor(event.info.event, who, noon), std::optional(young.id));
}

void TstSeatingStore::noLobbyWhereNobodyWaits()
{
    QFETCH_GLOBAL(int, where);
    Scratch s{Scratch::Where(where)};
    const auto event = s.event();
    QVERIFY(!s->seating.lobbyFor(event.info.event, person(s), noon));
    QVERIFY(!s->seating.lobbyFor(EventId::random(s.rng()), person(s), noon));
    QCOMPARE(s->transaction.failure(), Failure::None);
}

void TstSeatingStore::fullLobbyTakesNobody()
{
    QFETCH_GLOBAL(int, where);
    Scratch s{Scratch::Where(where)};
    auto event = s.event();
    event.info.seats = 3;
    auto date = lobbyOf(s, event, {person(s), person(s)});
    const auto who = person(s);
    QCOMPARE(s->seating.lobbyFor(event.info.event, who, noon), std::optional(date.id));
    date.seats.append(s.newSeat(3, person(s)));
    s->dates.save(date, noon);
    QVERIFY(!s->seating.lobbyFor(event.info.event, who, noon));
}

void TstSeatingStore::startedAndClosedDatesAreNoLobbies()
{
    QFETCH_GLOBAL(int, where);
    Scratch s{Scratch::Where(where)};
    const auto event = s.event();
    auto date = s.newLobby(event, {person(s)});
    date.act = 0;
    s->dates.save(date, noon);
    s->dates.save(closedAt(s.newLobby(event, {person(s)}), noon), {});
    QVERIFY(!s->seating.lobbyFor(event.info.event, person(s), noon));
}

using Conflict = std::function<void(Scratch &, AccountId, AccountId)>;
Q_DECLARE_METATYPE(Conflict)

void TstSeatingStore::whoDoesNotGoTogetherIsNotSeatedTogether_data()
{
    QTest::addColumn<Conflict>("part");
    QTest::addColumn<bool>("ends"); // an hour later
    const auto row = [](const char *name, bool ends, const Conflict &part) { QTest::newRow(name) << part << ends; };
    row("blocked", false, [](Scratch &s, AccountId a, AccountId b) { s->blocks.insert({BlockId::random(s.rng()), a, b, u"x"_s, noon}); });
    row("blocked by", false, [](Scratch &s, AccountId a, AccountId b) { s->blocks.insert({BlockId::random(s.rng()), b, a, u"x"_s, noon}); });
    row("with a direct room", false, [](Scratch &s, AccountId a, AccountId b) { s.directRoom(a, b); });
    row("kept apart", true, [](Scratch &s, AccountId a, AccountId b) { s->pairs.keepApart(a, b, noon + 1h); });
    row("met", true, [](Scratch &s, AccountId a, AccountId b) { s->seating.remember(a, b, noon + 1h); });
}

void TstSeatingStore::whoDoesNotGoTogetherIsNotSeatedTogether()
{
    QFETCH_GLOBAL(int, where);
    QFETCH(Conflict, part);
    QFETCH(bool, ends);
    Scratch s{Scratch::Where(where)};
    const auto event = s.event();
    for (int i = 0; i < 20; ++i) { // so that either has the smaller id
        const auto a = person(s), b = person(s), bystander = person(s);
        const auto waiting = lobbyOf(s, event, {bystander, b});
        QCOMPARE(s->seating.lobbyFor(event.info.event, a, noon), std::optional(waiting.id));
        part(s, a, b);
        QVERIFY(!s->seating.lobbyFor(event.info.event, a, noon));
        QVERIFY(!s->seating.lobbyFor(event.info.event, a, noon + 1h - 1ms));
        QCOMPARE(s->seating.lobbyFor(event.info.event, a, noon + 1h).has_value(), ends);
        QCOMPARE(s->seating.lobbyFor(event.info.event, person(s), noon), std::optional(waiting.id)); // nobody else is concerned
        const auto other = lobbyOf(s, event, {person(s), a}), strangers = lobbyOf(s, event, {person(s)});
        QVERIFY(!s->seating.mayMerge(waiting.id, other.id, noon) && !s->seating.mayMerge(other.id, waiting.id, noon));
        QCOMPARE(s->seating.mayMerge(waiting.id, other.id, noon + 1h), ends);
        QVERIFY(s->seating.mayMerge(waiting.id, strangers.id, noon) && s->seating.mayMerge(strangers.id, other.id, noon));
        for (const auto &date : {waiting, other, strangers})
            s->dates.save(closedAt(date, noon), {});
        QCOMPARE(s->transaction.failure(), Failure::None);
    }
}

void TstSeatingStore::oneOfManyIsEnoughToKeepOut()
{
    QFETCH_GLOBAL(int, where);
    Scratch s{Scratch::Where(where)};
    const auto event = s.event();
    QList<AccountId> six;
    while (six.size() < 6)
        six.append(person(s));
    lobbyOf(s, event, six);
    for (const AccountId &one : six) {
        const auto who = person(s);
        QVERIFY(s->seating.lobbyFor(event.info.event, who, noon));
        s->blocks.insert({BlockId::random(s.rng()), one, who, u"x"_s, noon});
        QVERIFY(!s->seating.lobbyFor(event.info.event, who, noon));
    }
}

void TstSeatingStore::directRoomIsFoundForAnyIds()
{
    // Ids are bytes: neither a zero nor what is no UTF-8 may cut or change the key of a pair.
    QFETCH_GLOBAL(int, where);
    Scratch s{Scratch::Where(where)};
    const auto event = s.event();
    const auto withId = [&](char first, char rest) {
        auto row = s.newAccount();
        row.id = AccountId::fromBytes(QByteArray(1, first) + QByteArray(15, rest));
        row.demo = false;
        s->accounts.insert(row);
        return row.id;
    };
    for (const auto &[x, y] : {std::pair('\0', '\1'), std::pair('\1', '\0'), std::pair('\x80', '\xff'), std::pair('\xc3', '\x28'), std::pair('a', 'b')}) {
        const auto a = withId(x, y), b = person(s);
        const auto date = lobbyOf(s, event, {b});
        QVERIFY(s->seating.lobbyFor(event.info.event, a, noon));
        s.directRoom(a, b);
        QVERIFY(!s->seating.lobbyFor(event.info.event, a, noon));
        s->dates.save(closedAt(date, noon), {});
    }
    QCOMPARE(s->transaction.failure(), Failure::None);
}

void TstSeatingStore::demoPeopleMayAlwaysBeMetAgain()
{
    QFETCH_GLOBAL(int, where);
    Scratch s{Scratch::Where(where)};
    for (const auto &[one, other] : {std::pair(true, false), std::pair(false, true), std::pair(true, true)}) {
        const auto event = s.event();
        const auto a = person(s, one), b = person(s, other);
        const auto date = lobbyOf(s, event, {b});
        s->seating.remember(a, b, noon + 1h);
        s->pairs.keepApart(a, b, noon + 1h); // demo people decline each other in Nearby, and newcomers try out everything
        s.directRoom(a, b);
        QVERIFY(s->seating.lobbyFor(event.info.event, a, noon));
        QVERIFY(s->seating.mayMerge(date.id, lobbyOf(s, event, {a}).id, noon));
        s->blocks.insert({BlockId::random(s.rng()), a, b, u"x"_s, noon}); // what one does not want counts all the same
        QVERIFY(!s->seating.mayMerge(date.id, s->dates.activeOf(a)->id, noon));
    }
}

void TstSeatingStore::remembersTheLatestEnd()
{
    QFETCH_GLOBAL(int, where);
    Scratch s{Scratch::Where(where)};
    const auto event = s.event();
    const auto a = person(s), b = person(s);
    lobbyOf(s, event, {b});
    s->seating.remember(a, b, noon + 2h);
    s->seating.remember(b, a, noon + 1h);
    QVERIFY(!s->seating.lobbyFor(event.info.event, a, noon + 1h));
    s->seating.remember(b, a, noon + 3h);
    QVERIFY(!s->seating.lobbyFor(event.info.event, a, noon + 2h));
    QVERIFY(s->seating.lobbyFor(event.info.event, a, noon + 3h));
}

void TstSeatingStore::nobodyMeetsThemselves()
{
    QFETCH_GLOBAL(int, where);
    Scratch s{Scratch::Where(where)};
    const auto a = person(s);
    s->seating.remember(a, a, noon);
    QCOMPARE(s->transaction.failure(), Failure::Command);
}

void TstSeatingStore::whatHasEndedIsForgotten()
{
    QFETCH_GLOBAL(int, where);
    Scratch s{Scratch::Where(where)};
    for (const auto after : {2s, 1s, 3s, 4s})
        s->seating.remember(person(s), person(s), noon + after);
    const auto left = [&] { return s.set().database().list(u"SELECT until FROM met ORDER BY until"_s, [](Row &row) { return row.next<Time>(); }); };
    s->seating.forget(noon + 3s, 1); // the earliest first
    QCOMPARE(left(), (QList<Time>{noon + 2s, noon + 3s, noon + 4s}));
    s->seating.forget(noon + 3s, 9);
    QCOMPARE(left(), (QList<Time>{noon + 3s, noon + 4s}));
}

QTEST_GUILESS_MAIN(TstSeatingStore)
#include "tst_seating_store.moc"
