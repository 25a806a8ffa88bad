// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "tests/server/storage/scratch.h"

using namespace Qt::StringLiterals;
using namespace jjak;
using namespace jjak::storage;
using Failure = app::Transaction::Failure;

class TstAccountStores : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data();
    void accountComesBackAsStored();
    void takenNameIsToldWithoutFailure();
    void sameAccountIdIsAFailure();
    void passwordHashIsReplaced();
    void roleIsReplaced();
    void deviceComesBackAsStored();
    void oldTokenIsSpentWhenANewOneIsSaved();
    void whatIsRenewedHasToBeThere();
    void oneTokenNamesOneDevice();
    void oneSignInMakesOneDevice();
    void deviceNeedsItsAccount();
    void removedDeviceTakesItsTokensAlong();
    void devicesOfAnAccountComeLatestUsedFirst();
    void unusedDevicesAndOldTokensAreRemoved();
    void connectedDevicesAreInUse();
};

void TstAccountStores::initTestCase_data()
{
    Scratch::everywhere();
}

void TstAccountStores::accountComesBackAsStored()
{
    QFETCH_GLOBAL(int, where);
    Scratch s{Scratch::Where(where)};
    const auto row = s.newAccount();
    QVERIFY(s->accounts.insert(row));
    for (const auto &back : {s->accounts.byId(row.id), s->accounts.byName(row.folded)}) {
        QVERIFY(back);
        QCOMPARE(back->name, row.name);
        QCOMPARE(back->folded, row.folded);
        QCOMPARE(back->passwordHash, row.passwordHash);
        QVERIFY(back->attempt == row.attempt && back->id == row.id && back->created == row.created && back->demo == row.demo);
    }
    QVERIFY(!s->accounts.byName(row.name));
    QVERIFY(!s->accounts.byId(AccountId::random(s.rng())));
    QCOMPARE(s->transaction.failure(), Failure::None);
}

void TstAccountStores::takenNameIsToldWithoutFailure()
{
    QFETCH_GLOBAL(int, where);
    Scratch s{Scratch::Where(where)};
    const auto first = s.account();
    auto second = s.newAccount();
    second.folded = first.folded;
    QVERIFY(!s->accounts.insert(second));
    QCOMPARE(s->transaction.failure(), Failure::None);
    QVERIFY(!s->accounts.byId(second.id));
    QVERIFY(s->accounts.byName(first.folded)->id == first.id);
}

void TstAccountStores::sameAccountIdIsAFailure()
{
    QFETCH_GLOBAL(int, where);
    Scratch s{Scratch::Where(where)};
    const auto first = s.account();
    auto second = s.newAccount();
    second.id = first.id;
    QVERIFY(!s->accounts.insert(second));
    QCOMPARE(s->transaction.failure(), Failure::Command);
}

void TstAccountStores::passwordHashIsReplaced()
{
    QFETCH_GLOBAL(int, where);
    Scratch s{Scratch::Where(where)};
    const auto row = s.account();
    s->accounts.setPasswordHash(row.id, "new"_ba);
    QCOMPARE(s->accounts.byId(row.id)->passwordHash, "new"_ba);
}

void TstAccountStores::roleIsReplaced()
{
    QFETCH_GLOBAL(int, where);
    Scratch s{Scratch::Where(where)};
    auto moderator = s.newAccount();
    moderator.role = protocol::Role::Moderator;
    QVERIFY(s->accounts.insert(moderator));
    const auto plain = s.account();
    QCOMPARE(s->accounts.byId(moderator.id)->role, protocol::Role::Moderator);
    QCOMPARE(s->accounts.byName(plain.folded)->role, protocol::Role::User);
    s->accounts.setRole(moderator.id, protocol::Role::Operator);
    QCOMPARE(s->accounts.byId(moderator.id)->role, protocol::Role::Operator);
    QCOMPARE(s->accounts.byId(plain.id)->role, protocol::Role::User);
    s->accounts.setRole(plain.id, protocol::Role(3));
    QCOMPARE(s->transaction.failure(), Failure::Command);
}

void TstAccountStores::deviceComesBackAsStored()
{
    QFETCH_GLOBAL(int, where);
    Scratch s{Scratch::Where(where)};
    auto row = s.newDevice(s.account().id);
    row.label.clear(); // a null text is an empty text
    s->devices.save(row);
    for (const auto &back : {s->devices.byId(row.id), s->devices.byToken(row.tokenHash), s->devices.byAttempt(row.account, row.attempt)}) {
        QVERIFY(back);
        QVERIFY(back->id == row.id && back->account == row.account && back->attempt == row.attempt);
        QVERIFY(back->tokenSince == row.tokenSince && back->created == row.created && back->used == row.used);
        QCOMPARE(back->label, QString());
        QCOMPARE(back->tokenHash, row.tokenHash);
    }
    QVERIFY(!s->devices.byAttempt(AccountId::random(s.rng()), row.attempt));
    QCOMPARE(s->transaction.failure(), Failure::None);
}

void TstAccountStores::oldTokenIsSpentWhenANewOneIsSaved()
{
    QFETCH_GLOBAL(int, where);
    Scratch s{Scratch::Where(where)};
    auto row = s.newDevice(s.account().id);
    s->devices.save(row);
    const QByteArray old = row.tokenHash;
    row.used += 1min;
    s->devices.renew(row); // the same token: nothing is spent
    QVERIFY(!s->devices.spent(old));
    row.tokenHash = QByteArray(32, 'n');
    row.tokenSince += 1h;
    s->devices.save(row);
    QVERIFY(!s->devices.byToken(old));
    QVERIFY(s->devices.byToken(row.tokenHash)->id == row.id);
    const auto spent = s->devices.spent(old);
    QVERIFY(spent && spent->device == row.id);
    QCOMPARE(spent->spent, row.tokenSince);
    QVERIFY(!s->devices.spent(row.tokenHash));
}

void TstAccountStores::whatIsRenewedHasToBeThere()
{
    QFETCH_GLOBAL(int, where);
    Scratch s{Scratch::Where(where)};
    auto row = s.newDevice(s.account().id);
    s->devices.renew(row);
    QVERIFY(!s->devices.byId(row.id));
    s->devices.save(row);
    const QByteArray old = row.tokenHash;
    row.tokenHash = QByteArray(32, 'n');
    row.tokenSince += 1h;
    row.used += 2h;
    s->devices.renew(row);
    const auto back = s->devices.byToken(row.tokenHash);
    QVERIFY(back && back->id == row.id && back->tokenSince == row.tokenSince && back->used == row.used && back->label == row.label);
    QCOMPARE(s->devices.spent(old)->device, row.id);
    s->devices.remove(row.id);
    s->devices.renew(row);
    QVERIFY(!s->devices.byId(row.id));
    QCOMPARE(s->transaction.failure(), Failure::None);
}

void TstAccountStores::oneTokenNamesOneDevice()
{
    QFETCH_GLOBAL(int, where);
    Scratch s{Scratch::Where(where)};
    const auto account = s.account();
    const auto first = s.newDevice(account.id);
    auto second = s.newDevice(account.id);
    second.tokenHash = first.tokenHash;
    s->devices.save(first);
    s->devices.save(second);
    QCOMPARE(s->transaction.failure(), Failure::Command);
}

void TstAccountStores::oneSignInMakesOneDevice()
{
    QFETCH_GLOBAL(int, where);
    Scratch s{Scratch::Where(where)};
    const auto account = s.account();
    const auto first = s.newDevice(account.id);
    auto second = s.newDevice(account.id);
    second.attempt = first.attempt;
    s->devices.save(first);
    s->devices.save(second);
    QCOMPARE(s->transaction.failure(), Failure::Command);
}

void TstAccountStores::deviceNeedsItsAccount()
{
    QFETCH_GLOBAL(int, where);
    Scratch s{Scratch::Where(where)};
    s->devices.save(s.newDevice(AccountId::random(s.rng())));
    QCOMPARE(s->transaction.failure(), Failure::Command);
}

void TstAccountStores::removedDeviceTakesItsTokensAlong()
{
    QFETCH_GLOBAL(int, where);
    Scratch s{Scratch::Where(where)};
    auto row = s.newDevice(s.account().id);
    s->devices.save(row);
    const QByteArray old = row.tokenHash;
    row.tokenHash = QByteArray(32, 'n');
    s->devices.save(row);
    s->devices.remove(row.id);
    QVERIFY(!s->devices.byId(row.id));
    QVERIFY(!s->devices.byToken(row.tokenHash));
    QVERIFY(!s->devices.spent(old));
    QCOMPARE(s->transaction.failure(), Failure::None);
}

void TstAccountStores::devicesOfAnAccountComeLatestUsedFirst()
{
    QFETCH_GLOBAL(int, where);
    Scratch s{Scratch::Where(where)};
    const auto account = s.account(), other = s.account();
    QList<DeviceId> expected;
    for (int i = 0; i < 4; ++i) {
        auto row = s.newDevice(account.id);
        row.used = noon + std::chrono::minutes(i);
        s->devices.save(row);
        expected.prepend(row.id);
    }
    s->devices.save(s.newDevice(other.id));
    QList<DeviceId> ids;
    for (const auto &row : s->devices.ofAccount(account.id))
        ids.append(row.id);
    QVERIFY(ids == expected);
}

void TstAccountStores::unusedDevicesAndOldTokensAreRemoved()
{
    QFETCH_GLOBAL(int, where);
    Scratch s{Scratch::Where(where)};
    const auto account = s.account();
    auto old = s.newDevice(account.id), edge = s.newDevice(account.id), fresh = s.newDevice(account.id);
    old.used = noon - 1ms;
    fresh.used = noon + 1h;
    for (const auto &row : {old, edge, fresh})
        s->devices.save(row);
    const QByteArray early = fresh.tokenHash, late(32, 'l');
    fresh.tokenHash = late;
    fresh.tokenSince = noon - 1ms; // the first token was spent just before noon
    s->devices.save(fresh);
    fresh.tokenHash = QByteArray(32, 'm');
    fresh.tokenSince = noon;
    s->devices.save(fresh);
    const auto removed = s->devices.removeUnused(noon);
    QVERIFY(removed == QList<DeviceId>{old.id});
    QVERIFY(!s->devices.byId(old.id));
    QVERIFY(s->devices.byId(edge.id) && s->devices.byId(fresh.id));
    QVERIFY(!s->devices.spent(early));
    QVERIFY(s->devices.spent(late));
}

void TstAccountStores::connectedDevicesAreInUse()
{
    QFETCH_GLOBAL(int, where);
    Scratch s{Scratch::Where(where)};
    const auto account = s.account();
    auto connected = s.newDevice(account.id), gone = s.newDevice(account.id), fresh = s.newDevice(account.id);
    connected.used = gone.used = noon - 1ms;
    fresh.used = noon;
    for (const auto &row : {connected, gone, fresh})
        s->devices.save(row);
    s->connected.arrive(account.id, connected.id, 1);
    s->connected.arrive(account.id, fresh.id, 2);
    s->devices.useConnected(noon, noon + 1h);
    QVERIFY(s->devices.byId(connected.id)->used == noon + 1h);
    QVERIFY(s->devices.byId(gone.id)->used == noon - 1ms);
    QVERIFY(s->devices.byId(fresh.id)->used == noon); // is not written for nothing
    QVERIFY(s->devices.removeUnused(noon) == QList<DeviceId>{gone.id});
}

QTEST_GUILESS_MAIN(TstAccountStores)
#include "tst_account_stores.moc"
