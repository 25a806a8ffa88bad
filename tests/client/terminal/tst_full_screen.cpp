// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QProcess>
#include <QSettings>
#include <QTemporaryDir>

#include "../core/posts.h"
#include "../core/scene.h"

using namespace Qt::StringLiterals;
using namespace jjak;
using namespace jjak::client::test;
using namespace jjak::protocol;

namespace {

constexpr int patience = 20'000;

//! jjak-term on the full screen, in a terminal of its own (tmux with a socket nobody else knows), signed in at a peer.
class Terminal {
public:
    explicit Terminal(Scene &scene, int columns = 100, int rows = 30)
    {
        QFile password(m_home.filePath(u"password"_s));
        if (password.open(QIODevice::WriteOnly))
            password.write("correct horse\n");
        password.close();
        const QString command = u"" JJAK_BIN_DIR "/jjak-term --lang en --server %1 --name me --password-file %2"_s.arg(scene.peer.url().toString(), password.fileName());
        tmux({u"-f"_s, u"/dev/null"_s, u"new-session"_s, u"-d"_s, u"-x"_s, QString::number(columns), u"-y"_s, QString::number(rows), u"sh -c '%1; printf over; sleep 100'"_s.arg(command)});
    }
    ~Terminal() { tmux({u"kill-server"_s}); }

    void press(const QStringList &keys) { tmux(QStringList{u"send-keys"_s} + keys); }
    void type(const QString &text) { tmux({u"send-keys"_s, u"-l"_s, text}); }
    QString screen() { return tmux({u"capture-pane"_s, u"-p"_s, u"-t"_s, u":0"_s}); }
    QString title() { return tmux({u"display-message"_s, u"-p"_s, u"#{pane_title}"_s}).trimmed(); }
    //! The lowest line but one: what is typed.
    QString line() { return screen().split(u'\n').value(28); }
    //! Puts another window in front: only then does tmux remember a bell.
    void lookAway() { tmux({u"new-window"_s, u"sleep 100"_s}); }
    void lookHere() { tmux({u"kill-window"_s, u"-t"_s, u":1"_s}); }
    bool hasRung() { return tmux({u"display-message"_s, u"-p"_s, u"-t"_s, u":0"_s, u"#{window_bell_flag}"_s}).trimmed() == u"1"; }
    bool shows(const QString &text)
    {
        return QTest::qWaitFor([&] { return screen().contains(text); }, patience);
    }

    bool hides(const QString &text)
    {
        return QTest::qWaitFor([&] { return !screen().contains(text); }, patience);
    }

private:
    QString tmux(const QStringList &arguments)
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const auto &folder : {u"HOME"_s, u"XDG_CONFIG_HOME"_s, u"XDG_DATA_HOME"_s, u"XDG_CACHE_HOME"_s, u"TMUX_TMPDIR"_s})
            environment.insert(folder, m_home.path());
        environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
        environment.insert(u"TERM"_s, u"xterm-256color"_s);
        environment.remove(u"TMUX"_s);
        environment.remove(u"DBUS_SESSION_BUS_ADDRESS"_s);
        process.setProcessEnvironment(environment);
        process.start(u"tmux"_s, QStringList{u"-u"_s, u"-L"_s, u"jjak"_s} + arguments);
        process.waitForFinished();
        return QString::fromUtf8(process.readAllStandardOutput());
    }

    QTemporaryDir m_home;
};

Room person(int number, const QString &name, qint64 head, qint64 read)
{
    Room out = room(roomId(number), head);
    out.members[0].read = read;
    out.members[1].name = name;
    return out;
}

} // namespace

//! The keys on the full screen, the title and the bell, as somebody at a terminal meets them.
class TstFullScreen : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void theListsAreWalkedWithLetters();
    void aMessageIsAnsweredAndEditedByALetter();
    void unreadChatsAreFoundAndTheSwitcherToo();
    void whatWasTypedComesBack();
    void theTitleTellsWhatIsUnreadAndIsGivenBack();
    void theBellRingsForOthersUnlessItIsOff();
    void anInvitationIsToldAndRingsUnlessHoursAreQuiet();
    void theHelpIsTheTable();
    void theLoungeIsReadAndAPostIsNoMessage();

private:
    void tell(int room, qint64 seq, const QString &text);
    std::unique_ptr<Scene> m_scene;
};

void TstFullScreen::init()
{
    m_scene = std::make_unique<Scene>();
    m_scene->rooms = {person(1, u"Bora"_s, 5, 5), person(2, u"Doyun"_s, 2, 0), person(3, u"Haneul"_s, 1, 1)};
    for (int i = 1; i <= 5; ++i)
        m_scene->messages[roomId(1)].append(message(i, i == 3 ? 1 : 2, u"line %1"_s.arg(i)));
    m_scene->messages[roomId(2)] = {message(1, 2, u"first"_s), message(2, 2, u"second"_s)};
    m_scene->messages[roomId(3)] = {message(1, 2, u"hello"_s)};
    for (Room &one : m_scene->rooms)
        one.newest = m_scene->messages[one.room].last();
}

void TstFullScreen::theListsAreWalkedWithLetters()
{
    Terminal terminal(*m_scene);
    QVERIFY(terminal.shows(u"Haneul"_s));
    terminal.press({u"Tab"_s, u"g"_s, u"j"_s, u"j"_s, u"k"_s, u"Enter"_s}); // the second chat
    QVERIFY(terminal.shows(u"▸2 Doyun"_s));
    terminal.press({u"Tab"_s, u"g"_s, u"Enter"_s});
    QVERIFY(terminal.shows(u"▸1 Bora"_s));
}

void TstFullScreen::aMessageIsAnsweredAndEditedByALetter()
{
    Terminal terminal(*m_scene);
    QVERIFY(terminal.shows(u"Haneul"_s));
    terminal.press({u"M-1"_s});
    QVERIFY(terminal.shows(u"line 4"_s));
    terminal.press({u"Tab"_s, u"Tab"_s});
    QVERIFY(terminal.shows(u"#5"_s));
    terminal.press({u"k"_s, u"r"_s});
    QVERIFY(terminal.shows(u"/reply 4"_s));
    terminal.type(u"yes"_s);
    terminal.press({u"Enter"_s});
    QTRY_COMPARE(m_scene->peer.count<cmd::Send>(), 1);
    QCOMPARE(m_scene->peer.asked<cmd::Send>().first().text, u"yes"_s);
    QCOMPARE(m_scene->peer.asked<cmd::Send>().first().reply.value_or(0), 4);
    terminal.press({u"Tab"_s, u"Tab"_s, u"k"_s, u"k"_s, u"e"_s});
    QVERIFY(terminal.shows(u"/edit 3 line 3"_s));
    terminal.press({u"Escape"_s});
    QVERIFY(terminal.hides(u"/edit"_s));
    terminal.press({u"Tab"_s, u"Tab"_s, u"G"_s, u"e"_s}); // not one's own
    QVERIFY(terminal.shows(u"is not yours"_s));
}

void TstFullScreen::unreadChatsAreFoundAndTheSwitcherToo()
{
    Terminal terminal(*m_scene);
    QVERIFY(terminal.shows(u"2 unread"_s));
    terminal.press({u"M-a"_s});
    QVERIFY(terminal.shows(u"▸2 Doyun"_s));
    QVERIFY(terminal.hides(u"2 unread"_s));
    terminal.press({u"C-k"_s});
    QVERIFY(terminal.shows(u"Go to:"_s));
    terminal.type(u"han"_s);
    terminal.press({u"Enter"_s});
    QVERIFY(terminal.shows(u"▸3 Haneul"_s));
    terminal.press({u"M-a"_s});
    QVERIFY(terminal.shows(u"Everything is read."_s));
    terminal.press({u"M-Up"_s});
    QVERIFY(terminal.shows(u"▸2 Doyun"_s));
}

void TstFullScreen::whatWasTypedComesBack()
{
    Terminal terminal(*m_scene);
    QVERIFY(terminal.shows(u"Haneul"_s));
    terminal.type(u"/nothing"_s);
    terminal.press({u"Enter"_s, u"C-p"_s});
    QVERIFY(QTest::qWaitFor([&] { return terminal.line().contains(u"/nothing"_s); }, patience));
    terminal.press({u"C-n"_s});
    QVERIFY(QTest::qWaitFor([&] { return !terminal.line().contains(u"/nothing"_s); }, patience));
    terminal.type(u"one two"_s);
    terminal.press({u"C-w"_s, u"C-y"_s, u"C-y"_s});
    QVERIFY(QTest::qWaitFor([&] { return terminal.line().contains(u"one twotwo"_s); }, patience));
}

void TstFullScreen::theTitleTellsWhatIsUnreadAndIsGivenBack()
{
    Terminal terminal(*m_scene);
    QVERIFY(terminal.shows(u"Haneul"_s));
    QTRY_COMPARE_WITH_TIMEOUT(terminal.title(), u"(2) Jjak"_s, patience);
    terminal.type(u"/title off"_s);
    terminal.press({u"Enter"_s});
    QTRY_COMPARE_WITH_TIMEOUT(terminal.title(), u"Jjak"_s, patience);
    terminal.type(u"/quit"_s);
    terminal.press({u"Enter"_s});
    QVERIFY(terminal.shows(u"over"_s));
    QTRY_VERIFY_WITH_TIMEOUT(!terminal.title().contains(u"Jjak"_s), patience);
}

void TstFullScreen::tell(int room, qint64 seq, const QString &text)
{
    Message said = message(seq, 2, text);
    said.at = std::chrono::floor<Duration>(std::chrono::system_clock::now());
    m_scene->peer.tell(ev::RoomMessage{roomId(room), said});
}

void TstFullScreen::theBellRingsForOthersUnlessItIsOff()
{
    Terminal terminal(*m_scene);
    QVERIFY(terminal.shows(u"Haneul"_s));
    terminal.press({u"M-1"_s});
    QVERIFY(terminal.shows(u"line 4"_s));
    terminal.lookAway();
    tell(1, 6, u"in the open chat"_s);
    QVERIFY(terminal.shows(u"in the open chat"_s));
    QVERIFY(!terminal.hasRung());
    tell(3, 2, u"ring"_s);
    QVERIFY(QTest::qWaitFor([&] { return terminal.hasRung(); }, patience));
    terminal.lookHere();
    terminal.type(u"/bell off"_s);
    terminal.press({u"Enter"_s});
    QVERIFY(terminal.shows(u"The bell is silent."_s));
    terminal.lookAway();
    tell(3, 3, u"silence"_s);
    QVERIFY(terminal.shows(u"silence"_s));
    QVERIFY(!terminal.hasRung());
}

void TstFullScreen::anInvitationIsToldAndRingsUnlessHoursAreQuiet()
{
    Terminal terminal(*m_scene);
    QVERIFY(terminal.shows(u"Haneul"_s));
    terminal.lookAway();
    SeededRng ids(1);
    QList<Invitation> all{{InvitationId::random(ids), u"Hikers"_s, roomId(2), 3, Time()}};
    m_scene->peer.tell(ev::InvitationsState{all});
    QVERIFY(terminal.shows(u"invited to the group “Hikers” by Doyun. /join 1"_s));
    QVERIFY(QTest::qWaitFor([&] { return terminal.hasRung(); }, patience));
    terminal.lookHere();
    terminal.type(u"/pause on"_s);
    terminal.press({u"Enter"_s});
    QVERIFY(terminal.shows(u"ring no bell."_s));
    terminal.lookAway();
    all.prepend({InvitationId::random(ids), u"Readers"_s, roomId(1), 2, Time()});
    m_scene->peer.tell(ev::InvitationsState{all});
    QVERIFY(terminal.shows(u"“Readers” by Bora. /join 2"_s));
    QVERIFY(!terminal.hasRung());
}

void TstFullScreen::theHelpIsTheTable()
{
    Terminal terminal(*m_scene);
    QVERIFY(terminal.shows(u"Haneul"_s));
    terminal.press({u"?"_s});
    QVERIFY(terminal.shows(u"/match"_s));
    terminal.press({u"G"_s});
    QVERIFY(terminal.shows(u"Ctrl+Y"_s));
    terminal.press({u"Escape"_s});
    QVERIFY(terminal.hides(u"Ctrl+Y"_s));
}

void TstFullScreen::theLoungeIsReadAndAPostIsNoMessage()
{
    Post wet = post(3);
    wet.heading = u"비 오는 날 어디서 책을 읽나요"_s;
    wet.tags = {u"산책"_s, u"books"_s};
    wet.likes = 3;
    m_scene->profile = Profile{u"이슬"_s, {}, {}, {}, false};
    m_scene->peer.always<cmd::ListPosts>(page({wet, post(2), post(1)}));
    m_scene->peer.always<cmd::OpenPost>({wet, {{comment(1)}, {}}});
    m_scene->peer.always<cmd::ViewPost>({});
    Terminal terminal(*m_scene, 80, 24);
    QVERIFY(terminal.shows(u"Haneul"_s));
    terminal.type(u"/room 1"_s);
    terminal.press({u"Enter"_s});
    QVERIFY(terminal.shows(u"line 5"_s));
    terminal.type(u"/lounge"_s);
    terminal.press({u"Enter"_s});
    QVERIFY(terminal.shows(u" 1. 비 오는 날 어디서 책을 읽나요"_s));
    QVERIFY(terminal.shows(u"#산책 #books"_s));
    terminal.press({u"Escape"_s});
    QVERIFY(terminal.hides(u"Title 2"_s));
    terminal.type(u"/post 1"_s);
    terminal.press({u"Enter"_s});
    QVERIFY(terminal.shows(u"Some text of 3"_s));
    QVERIFY(terminal.shows(u"Comment 1"_s));
    terminal.press({u"Escape"_s});
    QVERIFY(terminal.hides(u"Comment 1"_s));
    terminal.type(u"/post write"_s);
    terminal.press({u"Enter"_s});
    QVERIFY(terminal.shows(u"The title of your post?"_s));
    terminal.type(u"My walk"_s);
    terminal.press({u"Enter"_s});
    QVERIFY(terminal.shows(u"The text, line by line"_s));
    QVERIFY(terminal.shows(u"Your answer, for the lounge"_s));
    // Who is in the chat that is open hears nothing of it.
    QCOMPARE(m_scene->peer.count<cmd::Typing>(), 0);
    QCOMPARE(m_scene->peer.count<cmd::Send>(), 0);
    terminal.type(u"/post cancel"_s);
    terminal.press({u"Enter"_s});
    QVERIFY(terminal.shows(u"It is kept as a draft"_s));
}

QTEST_GUILESS_MAIN(TstFullScreen)
#include "tst_full_screen.moc"
