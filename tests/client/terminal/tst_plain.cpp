// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QProcess>
#include <QTest>
#include <QTcpServer>
#include <QTemporaryDir>

#include "client/terminal/plain/plain_words.h"

using namespace Qt::StringLiterals;
using namespace jjak;
using namespace jjak::terminal;

namespace {

//! The program with a home of its own; its output when it has ended.
struct Run {
    QByteArray out, err;
    int code = -1;

    Run(const QStringList &arguments, const QByteArray &input = {})
    {
        QTemporaryDir home;
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const auto &name : {u"HOME"_s, u"XDG_CONFIG_HOME"_s, u"XDG_DATA_HOME"_s, u"XDG_CACHE_HOME"_s})
            environment.insert(name, home.path());
        environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
        environment.remove(u"DBUS_SESSION_BUS_ADDRESS"_s);
        process.setProcessEnvironment(environment);
        process.start(u"" JJAK_BIN_DIR "/jjak-term"_s, arguments);
        process.write(input);
        process.closeWriteChannel();
        if (process.waitForFinished(30'000))
            code = process.exitCode();
        else
            process.kill();
        out = process.readAllStandardOutput();
        err = process.readAllStandardError();
    }
};

//! A port of this machine on which nobody listens.
QString deadServer()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return u"ws://127.0.0.1:%1"_s.arg(server.serverPort());
}

} // namespace

class TstPlain : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void messagesAreLines();
    void whatBelongsToAMessageFollowsIt();
    void newsAreSentences();
    void versionAndHelp();
    void nonsenseEndsWithTwo();
    void fullScreenNeedsATerminal();
    void aPipeToNowhereEndsHonestly();
    void theCheckFailsWithAReason();
};

void TstPlain::messagesAreLines()
{
    MessageLine line;
    line.author = u"민지"_s;
    line.text = u"안녕\n또 봐"_s;
    QCOMPARE(spokenMessage(2, line), (QStringList{u"[2] 민지: 안녕"_s, u"    또 봐"_s}));
    line.notice = true;
    line.text = u"민지 has left."_s;
    QCOMPARE(spokenMessage(2, line), QStringList{u"[2] 민지 has left."_s});
    line.notice = false;
    line.error = u"too long"_s;
    QCOMPARE(spokenMessage(1, line).last(), u"    too long"_s);
}

void TstPlain::whatBelongsToAMessageFollowsIt()
{
    MessageLine line;
    line.author = u"민지"_s;
    line.text = u"안녕\n또 봐"_s;
    line.number = 12;
    QCOMPARE(spokenMessage(2, line), (QStringList{u"[2] 민지: 안녕"_s, u"    또 봐 #12"_s}));
    line.text = u"안녕"_s;
    line.edited = true;
    line.reply = 9;
    line.quote = u"You: hello"_s;
    line.reactions = u"❤ 2  👍 1"_s;
    QCOMPARE(spokenMessage(2, line), (QStringList{u"[2] 민지: 안녕 (edited) #12"_s, u"    in answer to #9, You: hello"_s, u"    ❤ 2  👍 1"_s}));
    line.quote.clear();
    QCOMPARE(spokenMessage(2, line).value(1), u"    in answer to #9"_s);
}

void TstPlain::newsAreSentences()
{
    protocol::Proposal proposal;
    proposal.demo = true;
    const auto found = spokenNews({NearbyNews::Kind::Found, 30}, proposal, {});
    QVERIFY(found && found->contains(u"30"_s) && found->contains(u"/accept"_s) && found->contains(u"demo"_s));
    const auto left = spokenNews({NearbyNews::Kind::Left, 5}, proposal, {});
    QVERIFY(left && left->contains(u"5"_s));
    const auto waiting = spokenNews({NearbyNews::Kind::Waiting}, {}, u"near 강남구"_s);
    QVERIFY(waiting && waiting->contains(u"near 강남구"_s));
    const auto ended = spokenNews({NearbyNews::Kind::Ended, 0, protocol::Ended{{}, protocol::Outcome::Refused, false, {}}}, {}, {});
    QVERIFY(ended && !ended->isEmpty());
}

void TstPlain::versionAndHelp()
{
    const Run version({u"--version"_s});
    QCOMPARE(version.code, 0);
    QCOMPARE(version.out, QByteArray("jjak-term " JJAK_VERSION "\n"));
    const Run help({u"--help"_s});
    QCOMPARE(help.code, 0);
    for (const char *option : {"--server", "--name", "--password-file", "--lang", "--plain", "--check"})
        QVERIFY2(help.out.contains(option), option);
}

void TstPlain::nonsenseEndsWithTwo()
{
    QCOMPARE(Run({u"--nosuch"_s}).code, 1); // as QCommandLineParser does
    QCOMPARE(Run({u"--server"_s, u"http://x"_s}).code, 2);
    QCOMPARE(Run({u"--lang"_s, u"fr"_s}).code, 2);
    QCOMPARE(Run({u"word"_s}).code, 2);
    QCOMPARE(Run({u"--password-file"_s, u"/nonexistent"_s}).code, 2);
}

void TstPlain::fullScreenNeedsATerminal()
{
    const Run run({u"--server"_s, deadServer()});
    QCOMPARE(run.code, 2);
    QVERIFY(run.out.isEmpty());
    QVERIFY(run.err.contains("--plain"));
}

void TstPlain::aPipeToNowhereEndsHonestly()
{
    const Run run({u"--plain"_s, u"--server"_s, deadServer(), u"--lang"_s, u"en"_s}, "/help\nhello\n/reply 1 hello\n/quit\n");
    QCOMPARE(run.code, 0);
    QVERIFY(run.out.contains("/match"));
    QVERIFY(run.out.contains("/reply N TEXT") && run.out.contains("/edit [N] TEXT") && run.out.contains("/delete N") && run.out.contains("/react N EMOJI"));
    QCOMPARE(run.out.count("Sign in first"), 2); // to write, and to answer
    for (const char c : run.out)
        QVERIFY2(uchar(c) >= 0x20 || c == '\n', "an escape sequence in plain output");
    const Run ended({u"--plain"_s, u"--server"_s, deadServer()}, "hello\n");
    QCOMPARE(ended.code, 1);
}

void TstPlain::theCheckFailsWithAReason()
{
    const Run run({u"--check"_s, u"--server"_s, deadServer()});
    QCOMPARE(run.code, 1);
    QVERIFY(run.out.contains("FAILED"));
}

QTEST_GUILESS_MAIN(TstPlain)
#include "tst_plain.moc"
