// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>
#include <unistd.h>

#include "server/storage/data_file.h"
#include "server/storage/migrations.h"
#include "server/storage/startup_error.h"
#include "server/storage/store_set.h"
#include "tests/support/sqlite_of.h"

using namespace Qt::StringLiterals;
using namespace jjak;
using namespace jjak::storage;

class TstMigrations : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void statementsAreCutAtSemicolons();
    void stepsAreNumberedWithoutGaps();
    void freshFileGetsTheWholeSchema();
    void secondStartChangesNothing();
    void interruptedUpgradeGoesOnWhereItStopped();
    void peopleRoomsAndReportsOutliveTheStepToDates();
    void uploadsOutliveTheStepToPictures();
    void failedStepLeavesNothingBehind();
    void newerSchemaIsRefused();
    void foreignFileIsRefused_data();
    void foreignFileIsRefused();
    void textFileIsRefused();
    void damagedFileIsRefused_data();
    void damagedFileIsRefused();
    void folderInPlaceOfTheFileIsRefused();
    void readOnlyFolderIsRefused();
    void emptyFileIsFresh();
    void stateInTheLogIsSeenBeforeRefusing();
    void everyTableIsStrict();

private:
    QString path() const { return m_folder->filePath(u"jjak.db"_s); }
    QByteArray bytes() const;
    void run(const QStringList &statements);
    QVariant ask(const QString &sql);
    //! The sentence of the refusal; empty when there was none. The file is the same before and after.
    QString refusal();

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TstMigrations::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

QByteArray TstMigrations::bytes() const
{
    QFile file(path());
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TstMigrations::run(const QStringList &statements)
{
    Connection connection(path(), Connection::Access::ReadWrite);
    QSqlQuery query(connection.handle());
    for (const QString &sql : statements)
        QVERIFY2(query.exec(sql), qPrintable(sql + query.lastError().text()));
}

QVariant TstMigrations::ask(const QString &sql)
{
    Connection connection(path(), Connection::Access::ReadOnly);
    QSqlQuery query(connection.handle());
    return query.exec(sql) && query.next() ? query.value(0) : QVariant();
}

QString TstMigrations::refusal()
{
    const QByteArray before = bytes();
    QString sentence;
    try {
        prepareDatabase(path());
    } catch (const StartupError &error) {
        sentence = QString::fromUtf8(error.what());
    }
    if (!sentence.isEmpty() && bytes() != before)
        return u"the file was changed, and then: "_s + sentence;
    return sentence;
}

void TstMigrations::statementsAreCutAtSemicolons()
{
    const QString script = u"-- a comment;\nCREATE TABLE a (\n    x TEXT DEFAULT ';' -- not here\n);\n\nCREATE INDEX i ON a (x);\nDROP TABLE b"_s;
    QCOMPARE(statementsOf(script), (QStringList{u"CREATE TABLE a (\n    x TEXT DEFAULT ';' -- not here\n);"_s, u"CREATE INDEX i ON a (x);"_s, u"DROP TABLE b"_s}));
}

void TstMigrations::stepsAreNumberedWithoutGaps()
{
    const auto steps = migrations();
    QVERIFY(steps.size() >= 5);
    for (int i = 0; i < steps.size(); ++i) {
        QCOMPARE(steps[i].version, i + 1);
        QVERIFY2(!steps[i].statements.isEmpty(), qPrintable(steps[i].name));
    }
}

void TstMigrations::freshFileGetsTheWholeSchema()
{
    QCOMPARE(refusal(), QString());
    QCOMPARE(ask(u"PRAGMA user_version"_s).toInt(), migrations().size());
    QCOMPARE(ask(u"PRAGMA application_id"_s).toInt(), applicationId);
    QCOMPARE(ask(u"PRAGMA journal_mode"_s).toString(), u"wal"_s);
    QCOMPARE(ask(u"PRAGMA integrity_check"_s).toString(), u"ok"_s);
    QCOMPARE(QFile::permissions(path()) & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther), QFile::Permissions());
}

void TstMigrations::secondStartChangesNothing()
{
    QCOMPARE(refusal(), QString());
    const QByteArray before = bytes();
    QCOMPARE(refusal(), QString());
    QCOMPARE(bytes(), before);
}

void TstMigrations::interruptedUpgradeGoesOnWhereItStopped()
{
    const auto steps = migrations();
    for (int done = 0; done <= steps.size(); ++done) {
        init();
        {
            Database database(path(), OpenAs::Writer);
            migrate(database, steps.first(done));
        }
        QCOMPARE(ask(u"PRAGMA user_version"_s).toInt(), done);
        QCOMPARE(refusal(), QString());
        QCOMPARE(ask(u"PRAGMA user_version"_s).toInt(), steps.size());
        QVERIFY(ask(u"SELECT count(*) FROM report"_s).isValid());
    }
}

void TstMigrations::peopleRoomsAndReportsOutliveTheStepToDates()
{
    {
        Database database(path(), OpenAs::Writer);
        migrate(database, migrations().first(4));
    }
    const QString a = QString(32, u'a'), b = QString(32, u'b'), c = QString(32, u'c'), d = QString(32, u'd');
    const auto id = [](const QString &hex) { return AccountId::fromBytes(QByteArray::fromHex(hex.toLatin1())); };
    run({u"INSERT INTO account VALUES (x'%1', '하나', 'one', x'00', x'%1', 0, 1), (x'%2', '둘', 'two', x'00', x'%2', 1, 2)"_s.arg(a, b),
         u"INSERT INTO room VALUES (x'%1', 0, 3, 1, 10, 20, 2, x'%2%3')"_s.arg(c, a, b),
         u"INSERT INTO member VALUES (x'%1', 1, x'%2', '하나', 0, 1, 1, NULL), (x'%1', 2, x'%3', '둘', 1, 0, 0, NULL)"_s.arg(c, a, b),
         u"INSERT INTO message VALUES (x'%1', 1, 1, 0, '안녕', 20, x'%2', x'%2')"_s.arg(c, a),
         u"INSERT INTO report VALUES (x'%1', x'%1', x'%2', x'%3', x'%4', 1, '메모', 30)"_s.arg(d, a, b, c),
         u"INSERT INTO evidence VALUES (x'%1', 0, 1, 1, 0, '안녕', 20, NULL)"_s.arg(d)});
    QCOMPARE(refusal(), QString());
    StoreSet set(path(), OpenAs::Writer);
    app::Stores &stores = set.stores();
    const auto one = stores.accounts.byName(u"one"_s), two = stores.accounts.byId(id(b));
    QVERIFY(one && one->id == id(a) && one->name == u"하나"_s && one->created == fromMs(1) && !one->demo && one->role == protocol::Role::User);
    QVERIFY(two && two->demo && two->role == protocol::Role::User);
    const auto room = stores.rooms.directOf(id(a), id(b));
    QVERIFY(room);
    const auto row = stores.rooms.find(*room);
    QVERIFY(row->version == 3 && row->head == 1 && row->opened == fromMs(10) && row->active == fromMs(20) && row->distance == Reach::Km5 && !row->expires);
    QCOMPARE(stores.rooms.members(*room).size(), 2);
    QCOMPARE(stores.messages.page(*room, {}, {}, 9).value(0).text, u"안녕"_s);
    const auto report = stores.reports.find(ReportId::fromBytes(QByteArray::fromHex(d.toLatin1())));
    QVERIFY(report && report->room == room && !report->member && report->note == u"메모"_s && report->evidence.size() == 1);
    QCOMPARE(stores.transaction.failure(), app::Transaction::Failure::None);
    QCOMPARE(ask(u"PRAGMA integrity_check"_s).toString(), u"ok"_s);
    QVERIFY(!ask(u"PRAGMA foreign_key_check"_s).isValid());
}

void TstMigrations::uploadsOutliveTheStepToPictures()
{
    {
        Database database(path(), OpenAs::Writer);
        migrate(database, migrations().first(10));
    }
    const QString a = QString(32, u'a'), b = QString(32, u'b'), c = QString(32, u'c'), d = QString(32, u'd'), e = QString(32, u'e');
    run({u"INSERT INTO account (id, name, folded, password, attempt, demo, created) VALUES (x'%1', '하나', 'one', x'00', x'%1', 0, 1)"_s.arg(a),
         u"INSERT INTO device (id, account, label, attempt, token_hash, token_since, created, used) VALUES (x'%1', x'%2', 'phone', x'%1', x'%1%2', 1, 1, 1)"_s.arg(b, a),
         u"INSERT INTO room (id, kind, version, head, opened, active) VALUES (x'%1', 3, 1, 1, 10, 20)"_s.arg(c),
         u"INSERT INTO upload VALUES (x'%1', x'%2', x'%3', x'%4', x'%1', '보고서.pdf', 5000, 0, '여기요', 1, 30)"_s.arg(d, a, b, c),
         u"INSERT INTO upload VALUES (x'%1', x'%2', x'%3', x'%4', x'%1', 'a.jpg', 7, 1, '', NULL, 40)"_s.arg(e, a, b, c)});
    QCOMPARE(refusal(), QString());
    const auto id = []<class T>(T, const QString &hex) { return T::fromBytes(QByteArray::fromHex(hex.toLatin1())); };
    StoreSet set(path(), OpenAs::Writer);
    app::Stores &stores = set.stores();
    const auto file = stores.uploads.find(id(UploadId(), d)), image = stores.uploads.byClientId(id(DeviceId(), b), id(ClientId(), e));
    QVERIFY(file && image);
    QVERIFY(file->account == id(AccountId(), a) && file->device == id(DeviceId(), b) && file->room == id(RoomId(), c) && file->cid == id(ClientId(), d));
    QVERIFY(file->name == u"보고서.pdf"_s && file->bytes == 5000 && !file->image && file->caption == u"여기요"_s && file->reply == 1 && file->created == fromMs(30));
    QVERIFY(image->purpose() == app::UploadFor::Message && image->bytes == 7 && image->image && !image->reply && image->created == fromMs(40));
    // What the table did before, it does still.
    QCOMPARE(stores.uploads.removeBefore(fromMs(31), 9), QList{file->id});
    set.database().change(u"DELETE FROM room"_s);
    QVERIFY(!stores.uploads.find(image->id));
    QCOMPARE(stores.transaction.failure(), app::Transaction::Failure::None);
    QCOMPARE(ask(u"PRAGMA integrity_check"_s).toString(), u"ok"_s);
    QVERIFY(!ask(u"PRAGMA foreign_key_check"_s).isValid());
    QCOMPARE(ask(u"SELECT count(*) FROM sqlite_schema WHERE name LIKE 'new_%'"_s).toInt(), 0);
}

void TstMigrations::failedStepLeavesNothingBehind()
{
    Database database(path(), OpenAs::Writer);
    const QList<Migration> steps{{1, u"one"_s, {u"CREATE TABLE one (x TEXT) STRICT"_s}}, {2, u"two"_s, {u"CREATE TABLE two (x TEXT) STRICT"_s, u"CREATE TABLE one (y TEXT) STRICT"_s}}};
    QVERIFY_THROWS_EXCEPTION(StartupError, migrate(database, steps));
    QSqlQuery query(sqliteOf(database).connection().handle());
    QVERIFY(query.exec(u"SELECT group_concat(name) FROM sqlite_schema"_s) && query.next());
    QCOMPARE(query.value(0).toString(), u"one"_s);
    QVERIFY(query.exec(u"PRAGMA user_version"_s) && query.next());
    QCOMPARE(query.value(0).toInt(), 1);
}

void TstMigrations::newerSchemaIsRefused()
{
    QCOMPARE(refusal(), QString());
    const int known = int(migrations().size());
    run({u"PRAGMA user_version = %1"_s.arg(known + 1)});
    const QString sentence = refusal();
    QVERIFY2(sentence.contains("newer version"_L1) && sentence.contains(QString::number(known + 1)), qPrintable(sentence));
}

void TstMigrations::foreignFileIsRefused_data()
{
    QTest::addColumn<QStringList>("statements");
    QTest::newRow("tables without a mark") << QStringList{u"CREATE TABLE theirs (x)"_s};
    QTest::newRow("another mark") << QStringList{u"PRAGMA application_id = 77"_s};
    QTest::newRow("another mark and WAL") << QStringList{u"PRAGMA journal_mode = wal"_s, u"PRAGMA application_id = 77"_s, u"CREATE TABLE theirs (x)"_s};
}

void TstMigrations::foreignFileIsRefused()
{
    QFETCH(QStringList, statements);
    run(statements);
    const QString sentence = refusal();
    QVERIFY2(sentence.contains("another program"_L1), qPrintable(sentence));
}

void TstMigrations::textFileIsRefused()
{
    QFile file(path());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray("this is a letter to a friend\n").repeated(100));
    file.close();
    const QString sentence = refusal();
    QVERIFY2(sentence.contains("no database"_L1), qPrintable(sentence));
}

void TstMigrations::damagedFileIsRefused_data()
{
    QTest::addColumn<int>("from"); // in thousandths of the file
    QTest::addColumn<int>("length");
    QTest::newRow("second page overwritten") << 0 << 0;
    QTest::newRow("middle overwritten") << 400 << 9000;
    QTest::newRow("end cut off") << 500 << -1;
}

void TstMigrations::damagedFileIsRefused()
{
    QFETCH(int, from);
    QFETCH(int, length);
    QCOMPARE(refusal(), QString());
    QStringList rows;
    for (int i = 0; i < 300; ++i)
        rows.append(u"INSERT INTO account (id, name, folded, password, attempt, demo, created) VALUES (randomblob(16), 'name', 'folded %1', randomblob(90), randomblob(16), 0, 0)"_s.arg(i));
    run(rows);
    QFile file(path());
    QVERIFY(file.open(QIODevice::ReadWrite));
    if (length < 0) {
        QVERIFY(file.resize(file.size() * from / 1000));
    } else {
        file.seek(length ? file.size() * from / 1000 : 4096);
        file.write(QByteArray(length ? length : 4096, char(0x5a)));
    }
    file.close();
    const QString sentence = refusal();
    QVERIFY2(sentence.contains("is damaged"_L1), qPrintable(sentence));
}

void TstMigrations::folderInPlaceOfTheFileIsRefused()
{
    QVERIFY(QDir().mkpath(path()));
    QVERIFY(refusal().contains("is no file"_L1));
}

void TstMigrations::readOnlyFolderIsRefused()
{
    constexpr uid_t nobody = 65534; // root may write everywhere
    const bool isRoot = ::geteuid() == 0;
    QFile::setPermissions(m_folder->path(), QFile::ReadOwner | QFile::ExeOwner | QFile::ReadOther | QFile::ExeOther);
    QVERIFY(!isRoot || ::seteuid(nobody) == 0);
    const QString sentence = refusal();
    QVERIFY(!isRoot || ::seteuid(0) == 0);
    QFile::setPermissions(m_folder->path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    QVERIFY2(sentence.contains("cannot be made"_L1), qPrintable(sentence));
    QVERIFY(!QFileInfo::exists(path()));
}

void TstMigrations::emptyFileIsFresh()
{
    // A server that died between making the file and writing to it.
    QFile file(path());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    QCOMPARE(refusal(), QString());
    QCOMPARE(ask(u"PRAGMA user_version"_s).toInt(), migrations().size());
}

void TstMigrations::stateInTheLogIsSeenBeforeRefusing()
{
    // What a killed server leaves: the newest state only in the WAL. Copied while a connection holds it open.
    QCOMPARE(refusal(), QString());
    const QString copy = m_folder->filePath(u"copy.db"_s);
    {
        StoreSet writer(path(), OpenAs::Writer);
        writer.database().change(u"PRAGMA user_version = 99"_s);
        QVERIFY(QFileInfo(path() + u"-wal"_s).size() > 0);
        QVERIFY(QFile::copy(path(), copy) && QFile::copy(path() + u"-wal"_s, copy + u"-wal"_s));
    }
    const auto content = [](const QString &name) { QFile file(name); return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray(); };
    const QByteArray before = content(copy), walBefore = content(copy + u"-wal"_s);
    QVERIFY_THROWS_EXCEPTION(StartupError, prepareDatabase(copy));
    QCOMPARE(content(copy), before);
    QCOMPARE(content(copy + u"-wal"_s), walBefore);
}

void TstMigrations::everyTableIsStrict()
{
    QCOMPARE(refusal(), QString());
    QCOMPARE(ask(u"SELECT group_concat(name) FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite%' AND NOT strict"_s).toString(), QString());
    QVERIFY(ask(u"SELECT count(*) FROM pragma_table_list WHERE strict"_s).toInt() > 10);
}

QTEST_GUILESS_MAIN(TstMigrations)
#include "tst_migrations.moc"
