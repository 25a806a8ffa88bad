// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "tests/server/storage/scratch.h"

using namespace Qt::StringLiterals;
using namespace jjak;
using namespace jjak::storage;
using Failure = app::Transaction::Failure;

class TstSafetyStores : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data();
    void blockComesBackAsStored();
    void secondBlockIsTheFirst();
    void blocksComeLatestFirst();
    void onlyTheBlockerUnblocks();
    void nobodyBlocksThemselves();
    void reportComesBackWithItsEvidence();
    void reportIsStoredOnce();
};

void TstSafetyStores::initTestCase_data()
{
    Scratch::everywhere();
}

void TstSafetyStores::blockComesBackAsStored()
{
    QFETCH_GLOBAL(int, where);
    Scratch s{Scratch::Where(where)};
    const auto a = s.account().id, b = s.account().id;
    const app::BlockRow row{BlockId::random(s.rng()), a, b, u"비"_s, noon};
    QVERIFY(s->blocks.insert(row) == row.id);
    const auto list = s->blocks.by(a);
    QVERIFY(list.size() == 1 && list[0].id == row.id && list[0].by == a && list[0].whom == b && list[0].name == row.name && list[0].since == noon);
    QVERIFY(s->blocks.by(b).isEmpty());
}

void TstSafetyStores::secondBlockIsTheFirst()
{
    QFETCH_GLOBAL(int, where);
    Scratch s{Scratch::Where(where)};
    const auto a = s.account().id, b = s.account().id;
    const auto first = s->blocks.insert({BlockId::random(s.rng()), a, b, u"비"_s, noon});
    QVERIFY(s->blocks.insert({BlockId::random(s.rng()), a, b, u"다른 이름"_s, noon + 1s}) == first);
    QVERIFY(s->blocks.insert({BlockId::random(s.rng()), b, a, u"에이"_s, noon}) != first);
    QCOMPARE(s->blocks.by(a).size(), 1);
    QCOMPARE(s->transaction.failure(), Failure::None);
}

void TstSafetyStores::blocksComeLatestFirst()
{
    QFETCH_GLOBAL(int, where);
    Scratch s{Scratch::Where(where)};
    const auto me = s.account().id;
    QList<BlockId> expected;
    for (int i = 0; i < 4; ++i)
        expected.prepend(s->blocks.insert({BlockId::random(s.rng()), me, s.account().id, u"누구"_s, noon + std::chrono::seconds(i)}));
    QList<BlockId> found;
    for (const auto &row : s->blocks.by(me))
        found.append(row.id);
    QVERIFY(found == expected);
}

void TstSafetyStores::onlyTheBlockerUnblocks()
{
    QFETCH_GLOBAL(int, where);
    Scratch s{Scratch::Where(where)};
    const auto a = s.account().id, b = s.account().id;
    const auto id = s->blocks.insert({BlockId::random(s.rng()), a, b, u"비"_s, noon});
    QVERIFY(!s->blocks.remove(b, id));
    QVERIFY(s->blocks.remove(a, id) == b);
    QVERIFY(!s->blocks.remove(a, id));
    QVERIFY(s->blocks.by(a).isEmpty());
}

void TstSafetyStores::nobodyBlocksThemselves()
{
    QFETCH_GLOBAL(int, where);
    Scratch s{Scratch::Where(where)};
    const auto a = s.account().id;
    QVERIFY(s->blocks.insert({BlockId::random(s.rng()), a, a, u"나"_s, noon}).isNull());
    QCOMPARE(s->transaction.failure(), Failure::Command);
}

void TstSafetyStores::reportComesBackWithItsEvidence()
{
    QFETCH_GLOBAL(int, where);
    Scratch s{Scratch::Where(where)};
    app::ReportRow row{ReportId::random(s.rng()), ClientId::random(s.rng()), s.account().id, s.account().id, RoomId::random(s.rng()), 7, protocol::ReportReason::Threat, u"메모"_s, noon, {}};
    for (int i = 1; i <= 12; ++i)
        row.evidence.append({i, i % 3, protocol::MessageKind::Text, u"줄 %1"_s.arg(i), noon + std::chrono::seconds(i), i % 2 ? std::optional(ClientId::random(s.rng())) : std::nullopt});
    s->reports.insert(row);
    const auto back = s->reports.find(row.id);
    QVERIFY(back && back->id == row.id && back->cid == row.cid && back->by == row.by && back->whom == row.whom && back->room == row.room && back->member == row.member);
    QVERIFY(back->reason == row.reason && back->note == row.note && back->at == row.at);
    QVERIFY(back->evidence == row.evidence);
    QVERIFY(s->reports.byClientId(row.by, row.cid) == row.id);
    QVERIFY(!s->reports.byClientId(row.whom, row.cid));
    QVERIFY(!s->reports.find(ReportId::random(s.rng())));
}

void TstSafetyStores::reportIsStoredOnce()
{
    QFETCH_GLOBAL(int, where);
    Scratch s{Scratch::Where(where)};
    app::ReportRow row{ReportId::random(s.rng()), ClientId::random(s.rng()), s.account().id, s.account().id, {}, {}, protocol::ReportReason::Spam, {}, noon, {}};
    s->reports.insert(row);
    QVERIFY(!s->reports.find(row.id)->room && !s->reports.find(row.id)->member);
    row.id = ReportId::random(s.rng());
    s->reports.insert(row);
    QCOMPARE(s->transaction.failure(), Failure::Command);
}

QTEST_GUILESS_MAIN(TstSafetyStores)
#include "tst_safety_stores.moc"
