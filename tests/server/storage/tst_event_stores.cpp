// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <functional>

#include "tests/server/storage/scratch.h"

using namespace Qt::StringLiterals;
using namespace jjak;
using namespace jjak::storage;
using Failure = app::Transaction::Failure;
using protocol::cmd::ScriptText;

class TstEventStores : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data();
    void eventComesBackAsStored();
    void oneCommandOpensOneEvent();
    void refusedEvent_data();
    void refusedEvent();
    void eventsComeInOrder();
    void eventsAreDueWhenTheyEnd();
    void scriptComesBackByLanguage();
    void scriptStaysAsItIs();
    void scriptHasTextsForEachLanguage();
    void pairComesBackAsStored();
    void openPairsComeLatestFirst();
    void refusedPair_data();
    void refusedPair();
    void twoMeetOnceInADate();
    void endedPairsAreRemovedOldestFirst();
    void attendanceGrowsAndKeepsTheRest();
};

namespace {

app::ArrowPairRow newPair(Scratch &s, AccountId a, AccountId b)
{
    return {PairId::random(s.rng()), DateId::random(s.rng()), {{{a, u"otter:gentle:0"_s, false}, {b, u"fox:calm:1"_s, false}}}, noon + 24h, {}};
}

bool same(const app::EventRow &a, const app::EventRow &b)
{
    return a.info == b.info && a.cid == b.cid && a.latest == b.latest && a.pace == b.pace;
}

//! Whichever half stands first.
bool same(const app::ArrowPairRow &a, const app::ArrowPairRow &b)
{
    const auto half = [](const auto &x, const auto &y) { return x.account == y.account && x.alias == y.alias && x.yes == y.yes; };
    const bool turned = a.halves[0].account != b.halves[0].account;
    return a.id == b.id && a.date == b.date && a.until == b.until && a.room == b.room && half(a.halves[0], b.halves[turned]) && half(a.halves[1], b.halves[!turned]);
}

QList<EventId> idsOf(const QList<app::EventRow> &rows)
{
    QList<EventId> out;
    for (const auto &row : rows)
        out.append(row.info.event);
    return out;
}

QList<PairId> idsOf(const QList<app::ArrowPairRow> &rows)
{
    QList<PairId> out;
    for (const auto &row : rows)
        out.append(row.id);
    return out;
}

} // namespace

void TstEventStores::initTestCase_data()
{
    Scratch::everywhere();
}

void TstEventStores::eventComesBackAsStored()
{
    QFETCH_GLOBAL(int, where);
    Scratch s{Scratch::Where(where)};
    auto row = s.event();
    QVERIFY(same(*s->events.find(row.info.event), row));
    QVERIFY(same(*s->events.byClientId(row.cid), row));
    row.info.version = 2;
    row.info.heading = u"일요일 낮"_s;
    row.info.from += 1h;
    row.info.until += 2h;
    row.info.zone = u"Europe/Berlin"_s;
    row.info.seats = 4;
    row.info.languages = {u"de"_s};
    row.info.script = s.script();
    row.info.doors += 1h;
    row.info.closed = true;
    row.latest = noon + 5s;
    row.pace = 1234ms;
    s->events.save(row);
    QVERIFY(same(*s->events.find(row.info.event), row));
    QVERIFY(!s->events.find(EventId::random(s.rng())) && !s->events.byClientId(ClientId::random(s.rng())));
    row.info.languages.clear();
    row.latest.reset();
    s->events.save(row);
    QVERIFY(same(*s->events.find(row.info.event), row));
}

void TstEventStores::oneCommandOpensOneEvent()
{
    QFETCH_GLOBAL(int, where);
    Scratch s{Scratch::Where(where)};
    auto row = s.event();
    row.info.event = EventId::random(s.rng());
    s->events.save(row);
    QCOMPARE(s->transaction.failure(), Failure::Command);
}

using Spoil = std::function<void(app::EventRow &, Scratch &)>;
Q_DECLARE_METATYPE(Spoil)

void TstEventStores::refusedEvent_data()
{
    QTest::addColumn<Spoil>("spoil");
    const auto row = [](const char *name, const Spoil &spoil) { QTest::newRow(name) << spoil; };
    row("ends before it begins", [](app::EventRow &e, Scratch &) { e.info.until = e.info.from - 1ms; });
    row("one seat", [](app::EventRow &e, Scratch &) { e.info.seats = 1; });
    row("ten seats", [](app::EventRow &e, Scratch &) { e.info.seats = 10; });
    row("without a title", [](app::EventRow &e, Scratch &) { e.info.heading.clear(); });
    row("a script that is not there", [](app::EventRow &e, Scratch &s) { e.info.script = ScriptId::random(s.rng()); });
}

void TstEventStores::refusedEvent()
{
    QFETCH_GLOBAL(int, where);
    QFETCH(Spoil, spoil);
    Scratch s{Scratch::Where(where)};
    const auto stored = s.event();
    auto changed = stored, fresh = stored;
    fresh.info.event = EventId::random(s.rng());
    fresh.cid = ClientId::random(s.rng());
    for (app::EventRow row : {changed, fresh}) {
        spoil(row, s);
        s->events.save(row);
        QCOMPARE(s->transaction.failure(), Failure::Command);
        s->transaction.rollback();
    }
    QVERIFY(same(*s->events.find(stored.info.event), stored));
    QVERIFY(!s->events.find(fresh.info.event));
}

void TstEventStores::eventsComeInOrder()
{
    QFETCH_GLOBAL(int, where);
    Scratch s{Scratch::Where(where)};
    auto third = s.event(noon + 3h), first = s.event(noon + 1h), second = s.event(noon + 2h);
    QCOMPARE(idsOf(s->events.current(9)), (QList<EventId>{first.info.event, second.info.event, third.info.event}));
    QCOMPARE(idsOf(s->events.current(1)), (QList<EventId>{first.info.event}));
    QVERIFY(s->events.ended(9).isEmpty());
    for (auto *row : {&first, &third}) {
        row->info.closed = true;
        s->events.save(*row);
    }
    QCOMPARE(idsOf(s->events.current(9)), (QList<EventId>{second.info.event}));
    QCOMPARE(idsOf(s->events.ended(9)), (QList<EventId>{third.info.event, first.info.event}));
    QCOMPARE(idsOf(s->events.ended(1)), (QList<EventId>{third.info.event}));
}

void TstEventStores::eventsAreDueWhenTheyEnd()
{
    QFETCH_GLOBAL(int, where);
    Scratch s{Scratch::Where(where)};
    const auto second = s.event(noon + 1s), first = s.event(noon), third = s.event(noon + 2s);
    auto closed = s.event(noon);
    closed.info.closed = true;
    s->events.save(closed);
    QVERIFY(s->events.due(first.info.until - 1ms, 9).isEmpty());
    QCOMPARE(idsOf(s->events.due(second.info.until, 9)), (QList<EventId>{first.info.event, second.info.event}));
    QCOMPARE(idsOf(s->events.due(third.info.until, 1)), (QList<EventId>{first.info.event}));
}

void TstEventStores::scriptComesBackByLanguage()
{
    QFETCH_GLOBAL(int, where);
    Scratch s{Scratch::Where(where)};
    const QList<ScriptText> korean{{u"a.1"_s, u"안녕, %1님"_s}, {u"b"_s, u"잘 가요"_s}}, english{{u"a.1"_s, u"Hello, %1"_s}, {u"b"_s, u"Bye"_s}};
    const app::ScriptRow row{ScriptId::random(s.rng()), u"저녁"_s, u"# 대본\nname = 'x'\n"_s, {u"ko"_s, u"en"_s}, {{korean[1], korean[0]}, english}};
    s->scripts.insert(row);
    QCOMPARE(s->scripts.toml(row.id), std::optional(row.toml));
    QCOMPARE(s->scripts.texts(row.id, u"ko"_s), korean); // by key
    QCOMPARE(s->scripts.texts(row.id, u"en"_s), english);
    QVERIFY(s->scripts.texts(row.id, u"de"_s).isEmpty());
    QVERIFY(s->scripts.texts(ScriptId::random(s.rng()), u"ko"_s).isEmpty());
    QVERIFY(!s->scripts.toml(ScriptId::random(s.rng())));
}

void TstEventStores::scriptStaysAsItIs()
{
    QFETCH_GLOBAL(int, where);
    Scratch s{Scratch::Where(where)};
    app::ScriptRow row{ScriptId::random(s.rng()), u"저녁"_s, u"one"_s, {u"ko"_s}, {{{u"a"_s, u"하나"_s}}}};
    s->scripts.insert(row);
    row.toml = u"two"_s;
    row.texts = {{{u"a"_s, u"둘"_s}, {u"b"_s, u"셋"_s}}};
    s->scripts.insert(row);
    QCOMPARE(s->transaction.failure(), Failure::None);
    QCOMPARE(s->scripts.toml(row.id), std::optional(u"one"_s));
    QCOMPARE(s->scripts.texts(row.id, u"ko"_s), (QList<ScriptText>{{u"a"_s, u"하나"_s}}));
}

void TstEventStores::scriptHasTextsForEachLanguage()
{
    QFETCH_GLOBAL(int, where);
    Scratch s{Scratch::Where(where)};
    const app::ScriptRow row{ScriptId::random(s.rng()), u"x"_s, u"x"_s, {u"ko"_s, u"en"_s}, {{}}};
    s->scripts.insert(row);
    QCOMPARE(s->transaction.failure(), Failure::Command);
    s->transaction.rollback();
    s->scripts.insert({row.id, row.name, row.toml, {u"ko"_s}, {{{u"a"_s, u"x"_s}, {u"a"_s, u"y"_s}}}}); // one text a key
    QCOMPARE(s->transaction.failure(), Failure::Command);
}

void TstEventStores::pairComesBackAsStored()
{
    QFETCH_GLOBAL(int, where);
    Scratch s{Scratch::Where(where)};
    for (int i = 0; i < 20; ++i) { // so that either has the smaller id
        auto row = newPair(s, s.account().id, s.account().id);
        s->arrowPairs.save(row);
        QVERIFY(same(*s->arrowPairs.find(row.id), row));
        row.halves[0].yes = true;
        s->arrowPairs.save(row);
        QVERIFY(same(*s->arrowPairs.find(row.id), row));
        std::swap(row.halves[0], row.halves[1]);
        row.halves[0].yes = true;
        row.room = RoomId::random(s.rng());
        s->arrowPairs.save(row);
        QVERIFY(same(*s->arrowPairs.find(row.id), row));
    }
    QVERIFY(!s->arrowPairs.find(PairId::random(s.rng())));
    QCOMPARE(s->transaction.failure(), Failure::None);
}

void TstEventStores::openPairsComeLatestFirst()
{
    QFETCH_GLOBAL(int, where);
    Scratch s{Scratch::Where(where)};
    const auto who = s.account().id;
    QList<app::ArrowPairRow> rows;
    for (const auto after : {2s, 3s, 1s, 4s}) {
        rows.append(rows.size() % 2 ? newPair(s, s.account().id, who) : newPair(s, who, s.account().id));
        rows.last().until = noon + after;
        s->arrowPairs.save(rows.last());
    }
    s->arrowPairs.save(newPair(s, s.account().id, s.account().id));
    QCOMPARE(idsOf(s->arrowPairs.openOf(who, noon, 9)), (QList<PairId>{rows[3].id, rows[1].id, rows[0].id, rows[2].id}));
    QCOMPARE(idsOf(s->arrowPairs.openOf(who, noon, 2)), (QList<PairId>{rows[3].id, rows[1].id}));
    QCOMPARE(idsOf(s->arrowPairs.openOf(who, noon + 2s, 9)), (QList<PairId>{rows[3].id, rows[1].id}));
    rows[3].halves[0].yes = rows[3].halves[1].yes = true;
    rows[3].room = RoomId::random(s.rng());
    s->arrowPairs.save(rows[3]);
    QCOMPARE(idsOf(s->arrowPairs.openOf(who, noon + 2s, 9)), (QList<PairId>{rows[1].id}));
}

using SpoilPair = std::function<void(app::ArrowPairRow &, Scratch &)>;
Q_DECLARE_METATYPE(SpoilPair)

void TstEventStores::refusedPair_data()
{
    QTest::addColumn<SpoilPair>("spoil");
    const auto row = [](const char *name, const SpoilPair &spoil) { QTest::newRow(name) << spoil; };
    row("of oneself", [](app::ArrowPairRow &p, Scratch &) { p.halves[0].account = p.halves[1].account; });
    row("of an account that is not there", [](app::ArrowPairRow &p, Scratch &s) { p.halves[1].account = AccountId::random(s.rng()); });
    row("a room that one does not want", [](app::ArrowPairRow &p, Scratch &s) {
        p.halves[0].yes = true;
        p.room = RoomId::random(s.rng());
    });
    row("without an alias", [](app::ArrowPairRow &p, Scratch &) { p.halves[0].alias.clear(); });
}

void TstEventStores::refusedPair()
{
    QFETCH_GLOBAL(int, where);
    QFETCH(SpoilPair, spoil);
    Scratch s{Scratch::Where(where)};
    auto row = newPair(s, s.account().id, s.account().id);
    spoil(row, s);
    s->arrowPairs.save(row);
    QCOMPARE(s->transaction.failure(), Failure::Command);
}

void TstEventStores::twoMeetOnceInADate()
{
    QFETCH_GLOBAL(int, where);
    Scratch s{Scratch::Where(where)};
    const auto a = s.account().id, b = s.account().id;
    const auto first = newPair(s, a, b);
    s->arrowPairs.save(first);
    for (auto again : {newPair(s, a, b), newPair(s, b, a)}) {
        again.date = first.date;
        s->arrowPairs.save(again);
        QCOMPARE(s->transaction.failure(), Failure::Command);
        s->transaction.rollback();
    }
    s->arrowPairs.save(newPair(s, b, a)); // in another date they may
    QCOMPARE(s->transaction.failure(), Failure::None);
}

void TstEventStores::endedPairsAreRemovedOldestFirst()
{
    QFETCH_GLOBAL(int, where);
    Scratch s{Scratch::Where(where)};
    QList<PairId> ids;
    for (const auto after : {2s, 1s, 3s}) {
        auto row = newPair(s, s.account().id, s.account().id);
        row.until = noon + after;
        s->arrowPairs.save(row);
        ids.append(row.id);
    }
    s->arrowPairs.removeEnded(noon + 3s, 1);
    QVERIFY(s->arrowPairs.find(ids[0]) && !s->arrowPairs.find(ids[1]) && s->arrowPairs.find(ids[2]));
    s->arrowPairs.removeEnded(noon + 3s, 9);
    QVERIFY(!s->arrowPairs.find(ids[0]) && s->arrowPairs.find(ids[2]));
}

void TstEventStores::attendanceGrowsAndKeepsTheRest()
{
    QFETCH_GLOBAL(int, where);
    Scratch s{Scratch::Where(where)};
    const auto who = s.account().id;
    const auto is = [&](const app::AttendanceRow &row, qint64 version, std::optional<DateId> last, const std::optional<protocol::LetGo> &letGo) {
        const auto stored = s->attendance.find(who);
        return row.version == version && row.last == last && row.letGo == letGo && stored.version == version && stored.last == last && stored.letGo == letGo;
    };
    QVERIFY(is({}, 0, {}, {}));
    QVERIFY(is(s->attendance.advance(who), 1, {}, {}));
    const auto date = DateId::random(s.rng());
    const protocol::LetGo letGo{EventId::random(s.rng()), protocol::LobbyEnd::Lost};
    QVERIFY(is(s->attendance.advance(who, date, letGo), 2, date, letGo));
    QVERIFY(is(s->attendance.advance(who), 3, date, letGo));
    QVERIFY(is(s->attendance.advance(who, {}, {}), 4, {}, {}));
    QCOMPARE(s->attendance.find(s.account().id).version, 0);
    QCOMPARE(s->transaction.failure(), Failure::None);
    s->attendance.advance(AccountId::random(s.rng()));
    QCOMPARE(s->transaction.failure(), Failure::Command);
}

QTEST_GUILESS_MAIN(TstEventStores)
#include "tst_event_stores.moc"
