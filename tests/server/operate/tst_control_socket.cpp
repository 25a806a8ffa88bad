// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFileInfo>
#include <QLocalSocket>
#include <QTemporaryDir>
#include <QTest>
#include <sys/stat.h>
#include <thread>

#include "common/protocol/frame.h"
#include "server/operate/control_socket.h"

using namespace jjak;
using namespace Qt::StringLiterals;
using operate::ControlSocket;

namespace {

//! Notes what comes in; answers when it is told to.
class Door final : public app::FrontDoor {
public:
    void submit(app::Caller caller, protocol::Command command) override
    {
        callers.push_back(caller);
        commands.push_back(std::move(command));
    }
    void chunk(app::Caller, QByteArray) override { qFatal("the control socket has no binary frames"); }
    void gone(app::Identity, app::ConnectionId) override {}

    std::vector<app::Caller> callers;
    std::vector<protocol::Command> commands;
};

const QByteArray list = R"({"id":1,"cmd":"event.list","args":{"ended":false}})";

//! What a program at the other end reads, line by line; an empty one when nothing came.
QByteArray lineFrom(QLocalSocket &socket)
{
    (void)QTest::qWaitFor([&] { return socket.canReadLine() || socket.state() == QLocalSocket::UnconnectedState; });
    return socket.readLine().trimmed();
}

} // namespace

//! The operator's socket as programs meet it.
class TestControlSocket : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_door = std::make_unique<Door>();
        m_control = std::make_unique<ControlSocket>();
        QCOMPARE(m_control->listen(path(), *m_door), QString());
    }
    void cleanup() { m_control.reset(); }

    void onlyTheOwnerMayOpenIt()
    {
        struct stat status {};
        QCOMPARE(::stat(path().toLocal8Bit().constData(), &status), 0);
        QVERIFY(S_ISSOCK(status.st_mode));
        QCOMPARE(status.st_mode & 0777, mode_t(0600));
    }

    void whatAnEarlierServerLeftIsReplaced()
    {
        m_control = std::make_unique<ControlSocket>();
        const QString other = m_folder->filePath(u"left.sock"_s);
        QFile left(other);
        QVERIFY(left.open(QIODevice::WriteOnly));
        left.close();
        QCOMPARE(m_control->listen(other, *m_door), QString());
        QLocalSocket program;
        program.connectToServer(other);
        QVERIFY(program.waitForConnected());
    }

    void aPathTheKernelHasNoRoomForIsTold()
    {
        ControlSocket control;
        QVERIFY(control.listen(m_folder->filePath(QString(120, u'x')), *m_door).contains(u"too long"_s));
    }

    void aCommandIsAskedWithoutAnAccountAndAnswered()
    {
        const auto program = connected();
        program->write(list + '\n');
        QTRY_COMPARE(m_door->callers.size(), size_t(1));
        const app::Caller caller = m_door->callers[0];
        QVERIFY(caller.connection & ControlSocket::mark);
        QVERIFY(!caller.identity);
        QCOMPARE(caller.request, 1);
        std::thread([&] { m_control->release({app::ToConnection{caller.connection, "{\"re\":1,\"ok\":{}}"}}); }).join();
        QCOMPARE(lineFrom(*program), QByteArray("{\"re\":1,\"ok\":{}}"));
    }

    void theNextCommandWaitsForTheAnswer()
    {
        const auto program = connected();
        program->write(list + '\n' + QByteArray(list).replace("\"id\":1", "\"id\":2") + '\n');
        QTRY_COMPARE(m_door->callers.size(), size_t(1));
        const auto id = m_door->callers[0].connection;
        m_control->release({app::ToConnection{id, "one"}});
        QCOMPARE(lineFrom(*program), QByteArray("one"));
        QTRY_COMPARE(m_door->callers.size(), size_t(2));
        QCOMPARE(m_door->callers[1].request, 2);
        QCOMPARE(m_door->callers[1].connection, id);
    }

    void connectionsNeverShareAnId()
    {
        std::vector<app::ConnectionId> ids;
        for (int i = 0; i < 3; ++i) {
            const auto program = connected();
            program->write(list + '\n');
            QTRY_COMPARE(m_door->callers.size(), size_t(i + 1));
            ids.push_back(m_door->callers.back().connection);
        }
        QVERIFY(ids[0] != ids[1] && ids[1] != ids[2] && ids[0] != ids[2]);
        m_control->release({app::ToConnection{ids[0], "late"}}); // nobody is there any more
        const auto program = connected();
        program->write(list + '\n');
        QTRY_COMPARE(m_door->callers.size(), size_t(4));
        m_control->release({app::ToConnection{m_door->callers.back().connection, "mine"}});
        QCOMPARE(lineFrom(*program), QByteArray("mine"));
    }

    void whatNeedsAnAccountIsRefused_data()
    {
        QTest::addColumn<QByteArray>("command");
        QTest::newRow("public") << QByteArray(R"({"id":7,"cmd":"hello","args":{"protocol":1,"client":"x","features":[]}})");
        QTest::newRow("signed in") << QByteArray(R"({"id":7,"cmd":"sync.snapshot","args":{}})");
        QTest::newRow("a date") << QByteArray(R"({"id":7,"cmd":"date.leave","args":{}})");
    }
    void whatNeedsAnAccountIsRefused()
    {
        QFETCH(const QByteArray, command);
        const auto program = connected();
        program->write(command + '\n');
        QCOMPARE(lineFrom(*program), protocol::encodeError(7, Error{ErrorCode::AccessDenied}));
        QVERIFY(m_door->commands.empty());
        program->write(list + '\n'); // and the connection goes on
        QTRY_COMPARE(m_door->commands.size(), size_t(1));
    }

    void whatTheOperatorMayDoIsPassedOn_data()
    {
        QTest::addColumn<QByteArray>("command");
        QTest::newRow("operator") << QByteArray(R"({"id":7,"cmd":"event.close","args":{"event":"AQAAAAAAAAAAAAAAAAAAAA"}})");
        QTest::newRow("local") << QByteArray(R"({"id":7,"cmd":"account.set_role","args":{"name":"minji","role":"operator"}})");
    }
    void whatTheOperatorMayDoIsPassedOn()
    {
        QFETCH(const QByteArray, command);
        const auto program = connected();
        program->write(command + '\n');
        QTRY_COMPARE(m_door->commands.size(), size_t(1));
    }

    void unknownCommandsAndBadFieldsAreToldAndTheNextIsHeard()
    {
        const auto program = connected();
        program->write("{\"id\":3,\"cmd\":\"event.dance\",\"args\":{}}\n{\"id\":4,\"cmd\":\"event.list\",\"args\":{}}\n");
        QCOMPARE(lineFrom(*program), protocol::encodeError(3, Error{ErrorCode::ProtocolUnknownCommand}));
        QCOMPARE(lineFrom(*program), protocol::encodeError(4, Error::badField(u"args.ended"_s, u"missing"_s)));
    }

    void garbageEndsTheConnection()
    {
        const auto program = connected();
        program->write("\xff\xfe garbage\n" + list + '\n');
        QVERIFY(lineFrom(*program).contains("protocol.malformed"));
        QTRY_COMPARE(program->state(), QLocalSocket::UnconnectedState);
        QVERIFY(m_door->commands.empty());
    }

    void aLineWithoutEndIsCutOff()
    {
        const auto program = connected();
        program->write(QByteArray(ControlSocket::lineBytes + 1, 'x'));
        QVERIFY(lineFrom(*program).contains("\"length\""));
        QTRY_COMPARE(program->state(), QLocalSocket::UnconnectedState);
    }

    void aLongLineWithinTheBoundIsTaken()
    {
        const auto program = connected();
        const QByteArray script(400'000, 'x'); // far longer than a frame of a client may be
        program->write(QByteArray(list).replace("false", "false,\"more\":\"" + script + '"') + '\n');
        QTRY_COMPARE(m_door->commands.size(), size_t(1));
    }

    void oneMoreThanThereIsRoomForIsSentAway()
    {
        std::vector<std::unique_ptr<QLocalSocket>> programs;
        for (int i = 0; i < ControlSocket::connections; ++i) {
            programs.push_back(connected());
            programs.back()->write(list + '\n');
        }
        QTRY_COMPARE(m_door->callers.size(), size_t(ControlSocket::connections));
        const auto late = connected();
        QVERIFY(lineFrom(*late).contains("unavailable"));
        QTRY_COMPARE(late->state(), QLocalSocket::UnconnectedState);
        programs.pop_back();
        QTRY_VERIFY([&] { // there is room again as soon as the server has seen it go
            const auto next = connected();
            next->write(list + '\n');
            return QTest::qWaitFor([&] { return m_door->callers.size() > size_t(ControlSocket::connections); }, 200);
        }());
    }

    void closingLetsGoOfEverybody()
    {
        const auto program = connected();
        program->write(list + '\n');
        QTRY_COMPARE(m_door->callers.size(), size_t(1));
        m_control->close();
        QTRY_COMPARE(program->state(), QLocalSocket::UnconnectedState);
        QVERIFY(!QFileInfo::exists(path()));
        m_control->release({app::ToConnection{m_door->callers[0].connection, "late"}});
        QCoreApplication::processEvents();
    }

private:
    QString path() const { return m_folder->filePath(u"control.sock"_s); }
    std::unique_ptr<QLocalSocket> connected() const
    {
        auto socket = std::make_unique<QLocalSocket>();
        socket->connectToServer(path());
        if (!socket->waitForConnected())
            qFatal("nobody listens");
        return socket;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Door> m_door;
    std::unique_ptr<ControlSocket> m_control;
};

QTEST_GUILESS_MAIN(TestControlSocket)
#include "tst_control_socket.moc"
