// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QTest>

#include "server/storage/data_file.h"
#include "server/storage/database.h"
#include "server/storage/folder_lock.h"
#include "server/storage/migrations.h"
#include "server/storage/startup_error.h"
#include "tests/server/storage/move_scene.h"

using namespace Qt::StringLiterals;
using namespace jjak;
using namespace jjak::storage;

//! What is not moved, or not there: one sentence, and nothing is changed on either side; MoveScene::refusal() looks at both.
class TestMoveRefusals : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_scene.reset(); }
    void aRunningServersFolder();
    void noSuchFolder();
    void aFolderWithoutADatabase();
    void aSourceOfAnOlderVersion();
    void aSourceOfANewerVersion();
    void aDamagedSource();
    void aSourceWhereSomethingIsMissing();
    void whatIsNoDatabaseAtAll();
    void aTargetThatCannotBeReached();
    void aTargetWithData();
    void aTargetOfANewerVersion();
    void aTargetThatAServerWritesTo();
    void aTargetWithAnotherProgramsSchema();
    void aTargetOfAnotherMove();
    void anEmptyTargetWithTablesIsTaken();
    void whatPostgresDoesNotTakeIsSaidWithoutItsWords();

private:
    //! Whether the refusal is one sentence with these words.
    void refuses(const QString &words)
    {
        const QString sentence = m_scene.refusal();
        QVERIFY2(sentence.contains(words), qPrintable(sentence));
        QVERIFY2(!sentence.contains(u" was changed, and then"_s), qPrintable(sentence));
    }
    static QString sentenceOf(const MoveOrder &order)
    {
        try {
            move(order, [](const MoveProgress &) {});
        } catch (const StartupError &error) {
            return QString::fromUtf8(error.what());
        }
        return {};
    }

    MoveScene m_scene;
};

void TestMoveRefusals::aRunningServersFolder()
{
    const FolderLock server(m_scene.folder());
    refuses(u"is in use by a server that runs already (process "_s);
}

void TestMoveRefusals::noSuchFolder()
{
    const auto sentence = sentenceOf({m_scene.folder() + u"/nowhere"_s, m_scene.address()});
    QVERIFY2(sentence.startsWith(u"there is no folder "_s), qPrintable(sentence));
    QVERIFY(!QFileInfo::exists(m_scene.folder() + u"/nowhere"_s));
    QCOMPARE(m_scene.relations(), QStringList());
}

void TestMoveRefusals::aFolderWithoutADatabase()
{
    QVERIFY(QFile::remove(m_scene.file()));
    refuses(u"there is no jjak.sqlite"_s);
}

void TestMoveRefusals::aSourceOfAnOlderVersion()
{
    m_scene.changeSource({u"PRAGMA user_version = 12"_s});
    refuses(u"start this version's jjakd on the folder once"_s);
}

void TestMoveRefusals::aSourceOfANewerVersion()
{
    m_scene.changeSource({u"PRAGMA user_version = 1000"_s});
    refuses(u"was written by a newer version"_s);
}

void TestMoveRefusals::aDamagedSource()
{
    QFile file(m_scene.file());
    QVERIFY(file.open(QIODevice::ReadWrite));
    for (qint64 at = 3 * 4096; at < file.size(); at += 4096) {
        QVERIFY(file.seek(at + 100));
        QCOMPARE(file.write(QByteArray(2000, 'x')), 2000);
    }
    file.close();
    refuses(u"is damaged"_s);
}

void TestMoveRefusals::aSourceWhereSomethingIsMissing()
{
    m_scene.changeSource({u"PRAGMA foreign_keys = 0"_s, u"DELETE FROM room"_s});
    refuses(u"refers to one that is not there"_s);
}

void TestMoveRefusals::whatIsNoDatabaseAtAll()
{
    QFile file(m_scene.file());
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(file.write(QByteArray("a letter\n").repeated(1000)) > 0);
    file.close();
    refuses(u"is no database"_s);
}

void TestMoveRefusals::aTargetThatCannotBeReached()
{
    m_scene.server().stop();
    refuses(u"PostgreSQL cannot be used: "_s);
}

void TestMoveRefusals::aTargetWithData()
{
    prepareDatabase(m_scene.address());
    m_scene.psql(u"INSERT INTO jjak.tag VALUES ('tea', 1)"_s);
    refuses(u"the database holds data already, in the table “tag”"_s);
}

void TestMoveRefusals::aTargetOfANewerVersion()
{
    prepareDatabase(m_scene.address());
    m_scene.psql(u"INSERT INTO jjak.schema_step VALUES (1000, 'of tomorrow', 0)"_s);
    refuses(u"was written by a newer version (schema 1000;"_s);
}

void TestMoveRefusals::aTargetThatAServerWritesTo()
{
    prepareDatabase(m_scene.address());
    const Database server(m_scene.address(), OpenAs::Writer);
    refuses(u"another server writes into this database"_s);
}

void TestMoveRefusals::aTargetWithAnotherProgramsSchema()
{
    m_scene.psql(u"CREATE SCHEMA jjak; CREATE TABLE jjak.recipe (name text)"_s);
    refuses(u"a schema “jjak” of another program"_s);
}

void TestMoveRefusals::aTargetOfAnotherMove()
{
    m_scene.move();
    m_scene.changeSource({u"UPDATE account SET name = 'somebody else'"_s}); // a server ran on it again
    refuses(u"the database holds data already"_s);
}

void TestMoveRefusals::anEmptyTargetWithTablesIsTaken()
{
    prepareDatabase(m_scene.address());
    QCOMPARE(m_scene.refusal(), QString());
    QCOMPARE(m_scene.differences(), QStringList());
}

void TestMoveRefusals::whatPostgresDoesNotTakeIsSaidWithoutItsWords()
{
    m_scene.changeSource({u"UPDATE message SET text = 'a secret' || char(0) WHERE seq = 3"_s}); // no client can send it
    const auto sentence = sentenceOf({m_scene.folder(), m_scene.address()});
    QVERIFY2(sentence.startsWith(u"PostgreSQL cannot go on: "_s) && sentence.endsWith(u"(while the table message was copied)"_s), qPrintable(sentence));
    m_scene.reset();
    m_scene.changeSource({u"PRAGMA ignore_check_constraints = 1"_s, u"UPDATE message SET text = 'a secret', at = -1 WHERE seq = 3 AND deleted IS NULL"_s});
    const auto other = sentenceOf({m_scene.folder(), m_scene.address()});
    QVERIFY2(other.contains(u"check constraint"_s) && !other.contains(u"a secret"_s), qPrintable(other));
}

QTEST_GUILESS_MAIN(TestMoveRefusals)
#include "tst_move_refusals.moc"
