// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QtTest>

#include "client/core/net/token.h"
#include "client/core/settings/secret_stores.h"
#include "client/core/settings/settings.h"
#include "peer.h"

using namespace jjak;
using namespace jjak::client;
using namespace jjak::client::test;
using namespace Qt::StringLiterals;
using Kind = SecretStore::Answer::Kind;

namespace {

SecretStore::Answer read(SecretStore &store, const QString &key)
{
    SecretStore::Answer out;
    store.read(key, [&](const SecretStore::Answer &answer) { out = answer; });
    return out;
}

bool write(SecretStore &store, const QString &key, const QByteArray &secret)
{
    bool ok = false;
    store.write(key, secret, [&](const Result<> &result) { ok = result.ok(); });
    return ok;
}

bool erase(SecretStore &store, const QString &key)
{
    bool ok = false;
    store.erase(key, [&](const Result<> &result) { ok = result.ok(); });
    return ok;
}

} // namespace

class TestSecrets : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void storesKeepReplaceAndErase_data();
    void storesKeepReplaceAndErase();
    void fileIsForItsOwnerOnly();
    void fileOfEverybodyBecomesItsOwnersWithTheNextWrite();
    void damagedFileIsNotMissing();
    void withoutAKeyringTheFileIsTaken();
    void tokenComesBackAsItWas();
    void settingsSurvive();
    void placeIsKeptAsACell();
    void addressesAreUnderstood_data();
    void addressesAreUnderstood();
};

void TestSecrets::storesKeepReplaceAndErase_data()
{
    QTest::addColumn<bool>("onDisk");
    QTest::newRow("file") << true;
    QTest::newRow("memory") << false;
}

void TestSecrets::storesKeepReplaceAndErase()
{
    QFETCH(const bool, onDisk);
    QTemporaryDir folder;
    const auto make = [&]() -> std::unique_ptr<SecretStore> {
        if (onDisk)
            return std::make_unique<FileStore>(folder.path());
        return std::make_unique<MemoryStore>();
    };
    auto store = make();
    QCOMPARE(read(*store, u"a"_s).kind, Kind::Missing);
    QVERIFY(erase(*store, u"a"_s));
    QVERIFY(write(*store, u"a"_s, "one"));
    QVERIFY(write(*store, u"b"_s, QByteArray("\0\xff", 2)));
    QVERIFY(write(*store, u"a"_s, "two"));
    if (onDisk)
        store = make();
    QCOMPARE(read(*store, u"a"_s).secret, "two");
    QCOMPARE(read(*store, u"b"_s).secret, QByteArray("\0\xff", 2));
    QVERIFY(erase(*store, u"a"_s));
    QCOMPARE(read(*store, u"a"_s).kind, Kind::Missing);
    QCOMPARE(read(*store, u"b"_s).kind, Kind::Found);
}

void TestSecrets::fileIsForItsOwnerOnly()
{
    QTemporaryDir folder;
    FileStore store(folder.filePath(u"new"_s));
    QVERIFY(write(store, u"a"_s, "secret"));
    QCOMPARE(int(QFile::permissions(store.path()) & QFile::Permissions(0x0fff)), int(QFile::ReadUser | QFile::WriteUser));
    QVERIFY(!(QFile::permissions(folder.filePath(u"new"_s)) & (QFile::ReadGroup | QFile::ReadOther | QFile::ExeOther)));
}

void TestSecrets::fileOfEverybodyBecomesItsOwnersWithTheNextWrite()
{
    QTemporaryDir folder;
    FileStore store(folder.path());
    QVERIFY(write(store, u"a"_s, "secret"));
    QFile::setPermissions(store.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther);
    QVERIFY(write(store, u"a"_s, "another"));
    QVERIFY(!(QFile::permissions(store.path()) & QFile::ReadOther));
}

void TestSecrets::damagedFileIsNotMissing()
{
    QTemporaryDir folder;
    FileStore store(folder.path());
    QFile file(store.path());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{\"a\": ");
    file.close();
    QCOMPARE(read(store, u"a"_s).kind, Kind::Unreachable);
    QVERIFY(write(store, u"a"_s, "new"));
    QCOMPARE(read(store, u"a"_s).secret, "new");
}

void TestSecrets::withoutAKeyringTheFileIsTaken()
{
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
    QTemporaryDir folder;
    std::unique_ptr<SecretStore> store;
    openSecretStore(folder.path(), 5s, [&](std::unique_ptr<SecretStore> opened) { store = std::move(opened); });
    QTRY_VERIFY(store);
    QCOMPARE(store->where(), SecretStore::Where::File);
    QVERIFY(write(*store, u"a"_s, "x"));
}

void TestSecrets::tokenComesBackAsItWas()
{
    SeededRng rng(7);
    const StoredToken stored{{AccountId::random(rng), DeviceId::random(rng), u"보라"_s, true}, token('t')};
    const auto back = decodeToken(encodeToken(stored));
    QVERIFY(back);
    QCOMPARE(back->account, stored.account);
    QCOMPARE(back->token, stored.token);
    QVERIFY(!decodeToken("nonsense"));
    QVERIFY(!decodeToken("{}"));
}

void TestSecrets::settingsSurvive()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"settings.ini"_s);
    {
        Settings settings(path);
        QCOMPARE(settings.language(), QString());
        QVERIFY(settings.staySignedIn());
        settings.setServer(QUrl(u"wss://jjak.example/"_s));
        settings.setLanguage(u"ko"_s);
        settings.setName(u"보라"_s);
        settings.setReach(Reach::Km50);
        settings.setStaySignedIn(false);
        settings.setExtra(u"window/geometry"_s, QByteArray("\1\2"));
        QVERIFY(settings.save());
    }
    Settings settings(path);
    QCOMPARE(settings.server(), QUrl(u"wss://jjak.example/"_s));
    QCOMPARE(settings.language(), u"ko"_s);
    QCOMPARE(settings.name(), u"보라"_s);
    QCOMPARE(settings.reach(), Reach::Km50);
    QVERIFY(!settings.staySignedIn());
    QCOMPARE(settings.extra(u"window/geometry"_s).toByteArray(), "\1\2");
}

void TestSecrets::placeIsKeptAsACell()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"settings.ini"_s);
    const SavedPlace place{u"강남구"_s, Cell::containing({37.4979, 127.0276}, 2)};
    {
        Settings settings(path);
        settings.setPlace(place);
        QVERIFY(settings.save());
    }
    QCOMPARE(Settings(path).place(), std::optional(place));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    QVERIFY(text.contains(place.cell.toText()));
    QVERIFY(!text.contains("37.4") && !text.contains("127.0"));
}

void TestSecrets::addressesAreUnderstood_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("url");
    QTest::newRow("name") << u" jjak.example.org "_s << u"wss://jjak.example.org/"_s;
    QTest::newRow("name and port") << u"jjak.example.org:9000"_s << u"wss://jjak.example.org:9000/"_s;
    QTest::newRow("this machine") << u"localhost"_s << u"ws://localhost:4627/"_s;
    QTest::newRow("loopback and port") << u"127.0.0.1:9000"_s << u"ws://127.0.0.1:9000/"_s;
    QTest::newRow("loopback 6") << u"[::1]"_s << u"ws://[::1]:4627/"_s;
    QTest::newRow("written out") << u"ws://10.0.0.5:1/live"_s << u"ws://10.0.0.5:1/live"_s;
    QTest::newRow("wrong scheme") << u"https://jjak.example.org"_s << QString();
    QTest::newRow("with password") << u"wss://me:secret@jjak.example.org"_s << QString();
    QTest::newRow("nothing") << u"  "_s << QString();
    QTest::newRow("two words") << u"my server"_s << QString();
}

void TestSecrets::addressesAreUnderstood()
{
    QFETCH(const QString, typed);
    QFETCH(const QString, url);
    const auto found = Settings::serverFrom(typed);
    QCOMPARE(found ? found->toString() : QString(), url);
}

QTEST_GUILESS_MAIN(TestSecrets)
#include "tst_secrets.moc"
