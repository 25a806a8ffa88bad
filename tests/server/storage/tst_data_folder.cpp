// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <unistd.h>

#include "server/storage/data_file.h"
#include "server/storage/data_folder.h"
#include "server/storage/folder_lock.h"
#include "server/storage/secret_key.h"
#include "server/storage/startup_error.h"
#include "server/storage/store_set.h"

using namespace Qt::StringLiterals;
using namespace jjak;
using namespace jjak::storage;

class TstDataFolder : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void folderIsItsOwnersOnly();
    void existingFolderIsTaken();
    void fileInPlaceOfTheFolderIsRefused();
    void networkFileSystemsAreKnown();
    void databaseFilesAreTheirOwnersOnly();
    void secondServerIsRefusedAndToldWho();
    void lockEndsWithItsHolder();
    void lockEndsWithAKilledProcess();
    void secretIsMadeOnceAndKept();
    void interruptedMakingOfTheSecretIsRepeated();
    void secretOfWrongLengthIsNotReplaced();
    void secretThatOthersMayReadIsRefused();
};

namespace {

constexpr QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;

template <class F>
QString refusal(F &&f)
{
    try {
        f();
    } catch (const StartupError &error) {
        return QString::fromUtf8(error.what());
    }
    return {};
}

} // namespace

void TstDataFolder::folderIsItsOwnersOnly()
{
    QTemporaryDir base;
    const QString path = base.filePath(u"a/b/data"_s);
    prepareFolder(path);
    QVERIFY(QFileInfo(path).isDir());
    QCOMPARE(QFile::permissions(path) & others, QFile::Permissions());
    prepareFolder(path);
}

void TstDataFolder::existingFolderIsTaken()
{
    QTemporaryDir base;
    QFile::setPermissions(base.path(), QFile::permissions(base.path()) | QFile::ReadGroup | QFile::ExeGroup);
    prepareFolder(base.path());
    QVERIFY(QFile::permissions(base.path()) & QFile::ReadGroup); // the operator's own choice
}

void TstDataFolder::fileInPlaceOfTheFolderIsRefused()
{
    QTemporaryDir base;
    QFile file(base.filePath(u"data"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(refusal([&] { prepareFolder(file.fileName()); }).contains("no folder"_L1));
    QVERIFY(!refusal([&] { prepareFolder(file.fileName() + u"/below"_s); }).isEmpty());
}

void TstDataFolder::networkFileSystemsAreKnown()
{
    QVERIFY(isNetworkFileSystem(0x6969));           // NFS
    QVERIFY(isNetworkFileSystem(long(0xfe534d42))); // SMB2
    QVERIFY(isNetworkFileSystem(int(0xff534d42)));  // CIFS, as a 32-bit system gives it: negative
    QVERIFY(!isNetworkFileSystem(0xef53));          // ext4
    QVERIFY(!isNetworkFileSystem(0x01021994));      // tmpfs
    QVERIFY(!isNetworkFileSystem(0x9123683e));      // btrfs
}

void TstDataFolder::databaseFilesAreTheirOwnersOnly()
{
    QTemporaryDir base;
    const QString path = base.filePath(u"jjak.db"_s);
    prepareDatabase(path);
    StoreSet set(path, OpenAs::Writer);
    set.database().change(u"PRAGMA user_version = 4"_s);
    for (const QString &suffix : {u""_s, u"-wal"_s, u"-shm"_s}) {
        QVERIFY(QFileInfo::exists(path + suffix));
        QCOMPARE(QFile::permissions(path + suffix) & others, QFile::Permissions());
    }
}

void TstDataFolder::secondServerIsRefusedAndToldWho()
{
    QTemporaryDir base;
    const FolderLock first(base.path());
    const QString sentence = refusal([&] { FolderLock second(base.path()); });
    QVERIFY2(sentence.contains(u"process %1"_s.arg(::getpid())), qPrintable(sentence));
    QVERIFY(!refusal([&] { FolderLock third(base.path()); }).isEmpty()); // the failed attempt took nothing away
}

void TstDataFolder::lockEndsWithItsHolder()
{
    QTemporaryDir base;
    {
        const FolderLock first(base.path());
    }
    QCOMPARE(refusal([&] { FolderLock second(base.path()); }), QString());
}

void TstDataFolder::lockEndsWithAKilledProcess()
{
    QTemporaryDir base;
    const QString file = base.filePath(u"lock"_s);
    QProcess holder;
    holder.start(u"flock"_s, {u"--exclusive"_s, u"--no-fork"_s, file, u"sh"_s, u"-c"_s, u"echo locked; exec cat"_s});
    QVERIFY(holder.waitForReadyRead(10000));
    const QString sentence = refusal([&] { FolderLock second(base.path()); });
    QVERIFY2(sentence.contains("another process"_L1), qPrintable(sentence));
    holder.kill();
    QVERIFY(holder.waitForFinished(10000));
    QCOMPARE(refusal([&] { FolderLock third(base.path()); }), QString());
}

void TstDataFolder::secretIsMadeOnceAndKept()
{
    QTemporaryDir base;
    SeededRng rng(1);
    const QByteArray secret = loadOrCreateSecret(base.path(), rng);
    QCOMPARE(secret.size(), secretBytes);
    QCOMPARE(loadOrCreateSecret(base.path(), rng), secret);
    QCOMPARE(QFile::permissions(base.filePath(u"secret.key"_s)) & others, QFile::Permissions());
    QTemporaryDir other;
    QVERIFY(loadOrCreateSecret(other.path(), rng) != secret);
    QCOMPARE(QDir(base.path()).entryList(QDir::Files), QStringList{u"secret.key"_s});
}

void TstDataFolder::interruptedMakingOfTheSecretIsRepeated()
{
    QTemporaryDir base;
    QFile half(base.filePath(u"secret.key.new"_s));
    QVERIFY(half.open(QIODevice::WriteOnly) && half.write("half") == 4);
    half.close();
    SeededRng rng(1);
    QCOMPARE(loadOrCreateSecret(base.path(), rng).size(), secretBytes);
    QVERIFY(!half.exists());
}

void TstDataFolder::secretOfWrongLengthIsNotReplaced()
{
    QTemporaryDir base;
    QFile file(base.filePath(u"secret.key"_s));
    for (const QByteArray &content : {QByteArray(), QByteArray(31, 'x'), QByteArray(33, 'x')}) {
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(content);
        file.close();
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        SeededRng rng(1);
        QVERIFY(refusal([&] { loadOrCreateSecret(base.path(), rng); }).contains("damaged"_L1));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), content);
        file.close();
    }
}

void TstDataFolder::secretThatOthersMayReadIsRefused()
{
    QTemporaryDir base;
    SeededRng rng(1);
    loadOrCreateSecret(base.path(), rng);
    QFile::setPermissions(base.filePath(u"secret.key"_s), QFile::ReadOwner | QFile::ReadGroup);
    QVERIFY(refusal([&] { loadOrCreateSecret(base.path(), rng); }).contains("read by others"_L1));
}

QTEST_GUILESS_MAIN(TstDataFolder)
#include "tst_data_folder.moc"
