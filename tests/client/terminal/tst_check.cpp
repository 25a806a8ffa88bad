// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include "client/terminal/check/picture.h"

using namespace Qt::StringLiterals;
using namespace jjak;

namespace {

constexpr int patience = 30'000;

//! The three programs of ./run --check, with a folder of their own.
class Programs {
public:
    Programs()
    {
        m_environment = QProcessEnvironment::systemEnvironment();
        m_environment.insert(u"JJAK_DEMO_KEY"_s, u"0123456789abcdef0123456789abcdef"_s);
        m_environment.insert(u"JJAK_ACCOUNTS_DEMO_KEY"_s, u"0123456789abcdef0123456789abcdef"_s);
        m_environment.insert(u"JJAK_SIGN_IN_HASH_MEMORY_MIB"_s, u"1"_s);
        m_environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
        m_environment.remove(u"DBUS_SESSION_BUS_ADDRESS"_s);
    }
    ~Programs()
    {
        for (QProcess *each : {&m_people, &m_server}) {
            each->kill();
            each->waitForFinished();
        }
    }
    void start(QProcess &process, const QString &program, const QStringList &arguments)
    {
        process.setProcessEnvironment(m_environment);
        process.start(u"" JJAK_BIN_DIR "/"_s + program, arguments);
    }
    //! The address; empty when it does not start.
    QString serve()
    {
        start(m_server, u"jjakd"_s, {u"--data"_s, m_folder.filePath(u"data"_s), u"--port"_s, u"0"_s, u"--port-file"_s, m_folder.filePath(u"port"_s)});
        QFile file(m_folder.filePath(u"port"_s));
        const bool told = QTest::qWaitFor([&] { return file.exists() && file.size() > 0; }, patience);
        return told && file.open(QIODevice::ReadOnly) ? u"ws://127.0.0.1:"_s + QString::fromLatin1(file.readAll().trimmed()) : QString();
    }
    void bringPeople(const QString &url) { start(m_people, u"jjak-people"_s, {u"--server"_s, url, u"--behave"_s, u"friendly:2"_s, u"--lang"_s, u"en"_s}); }

private:
    QTemporaryDir m_folder;
    QProcessEnvironment m_environment;
    QProcess m_server, m_people;
};

} // namespace

//! The scripted newcomer, with a server and demo people, all as real programs.
class TstCheck : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void thePictureIsAPng();
    void theNewcomerTalksShowsAPictureAndFindsWords();
};

//! Whether it can be decoded the server says, in the other test.
void TstCheck::thePictureIsAPng()
{
    const QByteArray bytes = terminal::dawn({5, 3});
    QVERIFY(bytes.startsWith("\x89PNG\r\n\x1a\n"));
    QCOMPARE(bytes.mid(12, 4), QByteArray("IHDR"));
    QCOMPARE(bytes.mid(16, 8).toHex(), QByteArray("0000000500000003"));
    QCOMPARE(bytes.right(12).toHex(), QByteArray("0000000049454e44ae426082")); // as every PNG ends
}

void TstCheck::theNewcomerTalksShowsAPictureAndFindsWords()
{
    Programs programs;
    const QString url = programs.serve();
    QVERIFY(!url.isEmpty());
    programs.bringPeople(url);
    QProcess newcomer;
    programs.start(newcomer, u"jjak-term"_s, {u"--check"_s, u"--server"_s, url, u"--lang"_s, u"en"_s});
    QVERIFY(newcomer.waitForFinished(100'000));
    const QByteArray out = newcomer.readAllStandardOutput();
    QVERIFY2(newcomer.exitCode() == 0, out.constData());
    qsizetype at = 0;
    for (const char *line : {"has read everything", "sends an image of 320", "the image, with", "the image has come back", "“njoy” was found in message", "“한옥마” was found in message", "signed out", "All of it happened"}) {
        at = out.indexOf(line, at);
        QVERIFY2(at >= 0, (QByteArray(line) + " is missing, or at another place, in:\n" + out).constData());
    }
}

QTEST_GUILESS_MAIN(TstCheck)
#include "tst_check.moc"
