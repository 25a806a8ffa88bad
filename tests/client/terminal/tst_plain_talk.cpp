// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 30'000;

//! A server of its own on a free port.
class Server {
public:
    Server()
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"JJAK_SIGN_IN_HASH_MEMORY_MIB"_s, u"1"_s);
        environment.insert(u"JJAK_LOG_LEVEL"_s, u"warning"_s);
        m_process.setProcessEnvironment(environment);
        m_process.start(u"" JJAK_BIN_DIR "/jjakd"_s, {u"--data"_s, m_folder.filePath(u"data"_s), u"--port"_s, u"0"_s, u"--port-file"_s, m_folder.filePath(u"port"_s)});
    }
    ~Server()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    //! Empty when it does not start.
    QString url()
    {
        QFile file(m_folder.filePath(u"port"_s));
        const bool told = QTest::qWaitFor([&] { return file.exists() && file.size() > 0; }, patience);
        return told && file.open(QIODevice::ReadOnly) ? u"ws://127.0.0.1:"_s + QString::fromLatin1(file.readAll().trimmed()) : QString();
    }

private:
    QTemporaryDir m_folder;
    QProcess m_process;
};

//! Somebody at a plain jjak-term, signed up under that name.
class Talker {
public:
    Talker(const QString &server, const QString &name)
    {
        QFile password(m_home.filePath(u"password"_s));
        if (password.open(QIODevice::WriteOnly))
            password.write("correct horse battery\n");
        password.close();
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const auto &folder : {u"HOME"_s, u"XDG_CONFIG_HOME"_s, u"XDG_DATA_HOME"_s, u"XDG_CACHE_HOME"_s})
            environment.insert(folder, m_home.path());
        environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
        environment.remove(u"DBUS_SESSION_BUS_ADDRESS"_s);
        m_process.setProcessEnvironment(environment);
        m_process.start(u"" JJAK_BIN_DIR "/jjak-term"_s,
                        {u"--plain"_s, u"--lang"_s, u"en"_s, u"--server"_s, server, u"--name"_s, name, u"--sign-up"_s, u"--birth"_s, u"1996-05-17"_s, u"--password-file"_s, password.fileName()});
        m_process.waitForStarted();
    }
    ~Talker()
    {
        m_process.closeWriteChannel();
        if (!m_process.waitForFinished(5000))
            m_process.kill();
        m_process.waitForFinished();
    }
    void types(const QString &line)
    {
        m_process.write(line.toUtf8() + '\n');
        m_process.waitForBytesWritten(); // nobody runs a loop here
    }
    //! That line, and all before it, are behind: the next call looks below it.
    bool hears(const QString &line)
    {
        const QByteArray wanted = line.toUtf8();
        QElapsedTimer timer;
        for (timer.start(); timer.elapsed() < patience; m_process.waitForReadyRead(200)) {
            m_heard += m_process.readAll();
            const qsizetype at = m_heard.indexOf(wanted, m_from);
            if (at < 0)
                continue;
            m_from = at + wanted.size();
            return true;
        }
        qWarning("%s was not among what came:\n%s", wanted.constData(), m_heard.constData());
        return false;
    }
    bool answers(const QString &typed, const QString &line)
    {
        types(typed);
        return hears(line);
    }

private:
    QTemporaryDir m_home;
    QProcess m_process;
    QByteArray m_heard;
    qsizetype m_from = 0;
};

} // namespace

//! Two people at plain terminals and a server, all as real programs.
class TstPlainTalk : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void messagesAreAnsweredChangedDeletedAndReactedTo();
    void anInvitationToAGroupComesAndIsAccepted();
    void aPostIsWrittenReadLikedAndCommentedOn();
};

namespace {

//! Ann and Ben find each other.
bool meet(Talker &ann, Talker &ben)
{
    for (Talker *each : {&ann, &ben})
        each->types(u"/match 강남구 10km"_s);
    for (Talker *each : {&ann, &ben})
        if (!each->hears(u"Somebody was found."_s))
            return false;
    for (Talker *each : {&ann, &ben})
        each->types(u"/accept"_s);
    return ann.hears(u"You are in chat 1 with Ben."_s) && ben.hears(u"You are in chat 1 with Ann."_s);
}

} // namespace

void TstPlainTalk::messagesAreAnsweredChangedDeletedAndReactedTo()
{
    Server server;
    const QString url = server.url();
    QVERIFY(!url.isEmpty());
    Talker ann(url, u"Ann"_s), ben(url, u"Ben"_s);
    QVERIFY(meet(ann, ben));

    ann.types(u"hello"_s);
    QVERIFY(ben.hears(u"[1] Ann: hello #1\n"_s));
    ben.types(u"/reply 1 hi  there"_s);
    QVERIFY(ann.hears(u"[1] Ben: hi  there #2\n    in answer to #1, You: hello\n"_s));
    ann.types(u"/react 2 :heart:"_s);
    QVERIFY(ben.hears(u"[1] Ann reacted to #2 “hi  there” with ❤️\n"_s));
    QVERIFY(ann.hears(u"[1] You reacted to #2 “hi  there” with ❤️\n"_s));
    ben.types(u"/edit hi you"_s);
    QVERIFY(ben.hears(u"[1] You changed #2: hi you\n"_s));
    QVERIFY(ann.hears(u"[1] Ben changed #2: hi you\n"_s));
    ann.types(u"/react 2 ❤"_s); // the same heart
    QVERIFY(ben.hears(u"[1] Ann took back ❤️ from #2 “hi you”\n"_s));

    QVERIFY(ann.answers(u"/delete 2"_s, u"Message 2 is not yours"_s));
    ann.types(u"/delete 1"_s);
    QVERIFY(ann.hears(u"[1] You deleted #1.\n"_s));
    QVERIFY(ben.hears(u"[1] Ann deleted #1.\n"_s));
    QVERIFY(ann.answers(u"/edit something"_s, u"You have written nothing here that could be changed.\n"_s));
    QVERIFY(ben.answers(u"/reply 1 what?"_s, u"Message 1 was deleted.\n"_s));
    QVERIFY(ben.answers(u"/react 9 👍"_s, u"There is no message number 9 here.\n"_s));

    ben.types(u"/room 1"_s);
    QVERIFY(ben.hears(u"[1] Ann: Message deleted\n[1] You: hi you (edited) #2\n    in answer to #1, Ann: Message deleted\n"_s));
}

void TstPlainTalk::anInvitationToAGroupComesAndIsAccepted()
{
    Server server;
    const QString url = server.url();
    QVERIFY(!url.isEmpty());
    Talker ann(url, u"Ann"_s), ben(url, u"Ben"_s);
    QVERIFY(meet(ann, ben));
    ben.types(u"hello"_s);
    QVERIFY(ann.hears(u"Ben: hello"_s));
    QVERIFY(ann.answers(u"/group 책 모임"_s, u"The group is open."_s));
    QVERIFY(ann.answers(u"/rooms"_s, u"Ben"_s));
    ann.types(u"/invite 2"_s);
    QVERIFY(ben.hears(u"You are invited to the group “책 모임” by Ann. /join 1 accepts, /refuse 1 does not.\n"_s));
    QVERIFY(ben.answers(u"/join 1"_s, u"책 모임"_s));
    ben.types(u"here I am"_s);
    QVERIFY(ann.hears(u"Ben: here I am"_s));
}

void TstPlainTalk::aPostIsWrittenReadLikedAndCommentedOn()
{
    Server server;
    const QString url = server.url();
    QVERIFY(!url.isEmpty());
    Talker ann(url, u"Ann"_s), ben(url, u"Ben"_s);
    QVERIFY(ann.answers(u"/post write"_s, u"Your name in the lounge?"_s));
    QVERIFY(ann.answers(u"Ann"_s, u"In the lounge you need another name"_s));
    QVERIFY(ann.answers(u"Dew"_s, u"The title of your post?"_s));
    QVERIFY(ann.answers(u"비 오는 날"_s, u"The text"_s));
    QVERIFY(ann.answers(u"Who **walks**?"_s, u"The text"_s));
    QVERIFY(ann.answers(u"."_s, u"Tags"_s));
    QVERIFY(ann.answers(u"#Walk #산책"_s, u"Your post is there."_s));

    QVERIFY(ben.answers(u"/lounge 오는"_s, u" 1. 비 오는 날\n    Dew · just now · 0 "_s));
    QVERIFY(ben.answers(u"/lounge #산책"_s, u" 1. 비 오는 날\n"_s));
    QVERIFY(ben.hears(u"#walk #산책\n"_s));
    QVERIFY(ben.answers(u"/post 1"_s, u"Who walks?\n"_s));
    QVERIFY(ben.answers(u"/post like 1"_s, u"Liked."_s));
    QVERIFY(ben.answers(u"/post comment 1 me too"_s, u"First take a name for the lounge"_s));
    QVERIFY(ben.answers(u"/lounge name Pebble"_s, u"In the lounge you are Pebble."_s));
    QVERIFY(ben.answers(u"/post comment 1 me too"_s, u"Your comment is there."_s));
    QVERIFY(ben.answers(u"/post edit 1"_s, u"Only who wrote it"_s));

    QVERIFY(ann.answers(u"/lounge mine"_s, u" 1. 비 오는 날\n    Dew (you)"_s));
    QVERIFY(ann.answers(u"/post 1"_s, u" 1. Pebble · just now\n    me too\n"_s));
    QVERIFY(ann.answers(u"/post edit 1 Rain | Who runs? | #run"_s, u"Your post is changed."_s));
    QVERIFY(ben.answers(u"/lounge"_s, u" 1. Rain\n"_s));
    QVERIFY(ann.answers(u"/post delete 1"_s, u"Deleted."_s));
    QVERIFY(ben.answers(u"/post 1"_s, u"This post does not exist any more."_s));
    QVERIFY(ben.answers(u"/lounge"_s, u"Nothing here yet."_s));
}

QTEST_GUILESS_MAIN(TstPlainTalk)
#include "tst_plain_talk.moc"
