// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDBusMessage>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

#include "client/desktop/notify/bus_notifier.h"

using namespace Qt::StringLiterals;
using namespace jjak;
using namespace jjak::desktop;
using client::About;

namespace {

//! The notification service of a desktop, as far as somebody who shows notifications can see it.
class FakeService final : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public:
    struct Asked {
        uint replaces = 0;
        QString title, text;
        QStringList actions;
        QVariantMap hints;
        int expires = 0;
    };
    QList<Asked> asked;
    QList<uint> closed;
    QStringList capabilities{u"actions"_s, u"body"_s, u"body-markup"_s};
    uint last = 40;
    bool refuses = false;
    bool holds = false; //!< keeps the answers back until answer()
    QList<QDBusMessage> held;
    QDBusConnection bus{u"service"_s};

    void answer()
    {
        holds = false;
        for (const QDBusMessage &message : std::exchange(held, {}))
            bus.send(message.createReply(++last));
    }

public Q_SLOTS:
    QStringList GetCapabilities() { return capabilities; }
    uint Notify(const QString &, uint replaces, const QString &, const QString &title, const QString &text, const QStringList &actions, const QVariantMap &hints, int expires, const QDBusMessage &message)
    {
        asked.append({replaces, title, text, actions, hints, expires});
        if (refuses)
            bus.send(message.createErrorReply(u"org.freedesktop.Notifications.Error.ExcessNotificationGeneration"_s, u"enough"_s));
        if (holds)
            held.append(message);
        if (refuses || holds) {
            message.setDelayedReply(true);
            return 0;
        }
        return replaces ? replaces : ++last;
    }
    void CloseNotification(uint id) { closed.append(id); }

Q_SIGNALS:
    void ActionInvoked(uint id, const QString &action);
    void NotificationClosed(uint id, uint reason);
};

const About proposal{About::Kind::Proposal, {}, {}};

About room(int number)
{
    SeededRng rng{std::uint64_t(number)};
    return {About::Kind::Room, RoomId::random(rng), {}};
}

} // namespace

//! Notifications over D-Bus, on a bus of its own with a service that the test plays.
class TestBusNotifier : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void cleanupTestCase();
    void showsWhatItIsTold();
    void whatLooksLikeMarksIsNoMark();
    void replacesWhatIsShownAboutTheSame();
    void newsDuringAnAnswerFollowItAndOnlyTheLast();
    void withdrawnDuringAnAnswerIsClosedAfterIt();
    void withdrawsWhatIsShown();
    void clicksComeBack();
    void whatSomebodyClosedIsShownAnew();
    void serviceWithoutActionsGetsNone();
    void refusalIsToldSoThatAnotherWayCanBeTried();
    void withoutServiceItFails();
    void withoutBusItFailsAtOnce();
    void newServiceKnowsNothingOfTheOldNumbers();

private:
    bool offer();
    std::unique_ptr<BusNotifier> ready();

    QTemporaryDir m_folder;
    QProcess m_daemon;
    QString m_address;
    std::unique_ptr<FakeService> m_service;
};

void TestBusNotifier::initTestCase()
{
    // No service of the real desktop can be started on it.
    QFile config(m_folder.filePath(u"bus.conf"_s));
    QVERIFY(config.open(QIODevice::WriteOnly));
    config.write("<busconfig><type>session</type><listen>unix:tmpdir=" + m_folder.path().toUtf8()
                 + "</listen><auth>EXTERNAL</auth><policy context=\"default\"><allow send_destination=\"*\" eavesdrop=\"true\"/><allow eavesdrop=\"true\"/><allow own=\"*\"/></policy></busconfig>");
    config.close();
    m_daemon.start(u"dbus-daemon"_s, {u"--config-file"_s, config.fileName(), u"--nofork"_s, u"--nopidfile"_s, u"--print-address"_s});
    QVERIFY2(m_daemon.waitForStarted(), "dbus-daemon is needed (package dbus-daemon)");
    QTRY_VERIFY(m_daemon.canReadLine());
    m_address = QString::fromUtf8(m_daemon.readLine()).trimmed();
    QVERIFY(QDBusConnection::connectToBus(m_address, u"client"_s).isConnected());
}

void TestBusNotifier::cleanupTestCase()
{
    QDBusConnection::disconnectFromBus(u"client"_s);
    m_daemon.terminate();
    QVERIFY(m_daemon.waitForFinished());
}

bool TestBusNotifier::offer()
{
    QDBusConnection bus = QDBusConnection::connectToBus(m_address, u"service"_s);
    m_service->bus = bus;
    return bus.registerObject(u"/org/freedesktop/Notifications"_s, m_service.get(), QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals) && bus.registerService(u"org.freedesktop.Notifications"_s);
}

void TestBusNotifier::init()
{
    m_service = std::make_unique<FakeService>();
    QVERIFY(offer());
}

void TestBusNotifier::cleanup()
{
    m_service.reset();
    QDBusConnection::disconnectFromBus(u"service"_s);
}

std::unique_ptr<BusNotifier> TestBusNotifier::ready()
{
    return std::make_unique<BusNotifier>(QDBusConnection(u"client"_s));
}

void TestBusNotifier::showsWhatItIsTold()
{
    const auto notifier = ready();
    notifier->show(room(1), {u"보라"_s, u"안녕하세요 😊"_s, false, true});
    notifier->show(proposal, {u"Somebody"_s, u"Answer"_s, true, false});
    QTRY_COMPARE(m_service->asked.size(), 2);
    const auto message = m_service->asked[0], strong = m_service->asked[1];
    QCOMPARE(message.title, u"보라"_s);
    QCOMPARE(message.text, u"안녕하세요 😊"_s);
    QCOMPARE(message.replaces, 0u);
    QCOMPARE(message.actions.size(), 4);
    QVERIFY(message.actions.contains(u"default"_s) && message.actions.contains(u"read"_s));
    QCOMPARE(message.hints.value(u"urgency"_s).toInt(), 1);
    QCOMPARE(message.hints.value(u"desktop-entry"_s).toString(), u"jjak"_s);
    QCOMPARE(message.expires, -1);
    QCOMPARE(strong.actions.size(), 2);
    QCOMPARE(strong.hints.value(u"urgency"_s).toInt(), 2);
    QCOMPARE(strong.expires, 0); // stays until it is answered
}

void TestBusNotifier::whatLooksLikeMarksIsNoMark()
{
    const auto notifier = ready();
    notifier->show(room(1), {u"<b>A</b>"_s, u"<a href=\"x\">1 < 2 & 3</a>"_s});
    QTRY_COMPARE(m_service->asked.size(), 1);
    QCOMPARE(m_service->asked[0].title, u"<b>A</b>"_s); // titles have no marks anywhere
    QCOMPARE(m_service->asked[0].text, u"&lt;a href=&quot;x&quot;&gt;1 &lt; 2 &amp; 3&lt;/a&gt;"_s);
}

void TestBusNotifier::replacesWhatIsShownAboutTheSame()
{
    const auto notifier = ready();
    notifier->show(room(1), {u"A"_s, u"1"_s});
    notifier->show(room(2), {u"B"_s, u"1"_s});
    QTRY_COMPARE(m_service->last, 42u);
    notifier->show(room(1), {u"A"_s, u"2"_s});
    QTRY_COMPARE(m_service->asked.size(), 3);
    QCOMPARE(m_service->asked[2].replaces, 41u);
}

void TestBusNotifier::newsDuringAnAnswerFollowItAndOnlyTheLast()
{
    m_service->holds = true;
    const auto notifier = ready();
    notifier->show(room(1), {u"A"_s, u"1"_s});
    QTRY_COMPARE(m_service->asked.size(), 1);
    notifier->show(room(1), {u"A"_s, u"2"_s});
    notifier->show(room(1), {u"A"_s, u"3"_s});
    m_service->answer();
    QTRY_COMPARE(m_service->asked.size(), 2);
    QCOMPARE(m_service->asked[1].text, u"3"_s);
    QCOMPARE(m_service->asked[1].replaces, m_service->last);
}

void TestBusNotifier::withdrawnDuringAnAnswerIsClosedAfterIt()
{
    m_service->holds = true;
    const auto notifier = ready();
    notifier->show(room(1), {u"A"_s, u"1"_s});
    QTRY_COMPARE(m_service->asked.size(), 1);
    notifier->show(room(1), {u"A"_s, u"2"_s});
    notifier->withdraw(room(1));
    m_service->answer();
    QTRY_COMPARE(m_service->closed, QList<uint>{m_service->last});
    QCOMPARE(m_service->asked.size(), 1);
}

void TestBusNotifier::withdrawsWhatIsShown()
{
    const auto notifier = ready();
    notifier->withdraw(room(1)); // nothing is shown
    notifier->show(room(1), {u"A"_s, u"1"_s});
    QTRY_COMPARE(m_service->last, 41u);
    notifier->withdraw(room(1));
    QTRY_COMPARE(m_service->closed, QList<uint>{41});
    notifier->withdraw(room(1));
    notifier->show(room(1), {u"A"_s, u"2"_s});
    QTRY_COMPARE(m_service->asked.size(), 2);
    QCOMPARE(m_service->asked[1].replaces, 0u);
    QCOMPARE(m_service->closed.size(), 1);
}

void TestBusNotifier::clicksComeBack()
{
    const auto notifier = ready();
    QSignalSpy opened(notifier.get(), &Notifier::opened), read(notifier.get(), &Notifier::readWanted);
    notifier->show(room(1), {u"A"_s, u"1"_s, false, true});
    QTRY_COMPARE(m_service->last, 41u);
    QTRY_VERIFY([&] { // once the number has arrived
        if (opened.isEmpty())
            Q_EMIT m_service->ActionInvoked(41, u"default"_s);
        return !opened.isEmpty();
    }());
    QVERIFY(opened[0][0].value<About>() == room(1));
    Q_EMIT m_service->ActionInvoked(7, u"default"_s); // another program's
    Q_EMIT m_service->ActionInvoked(41, u"read"_s);
    QTRY_COMPARE(read.size(), 1);
    QVERIFY(read[0][0].value<About>() == room(1));
    QVERIFY(std::ranges::all_of(opened, [](const QVariantList &one) { return one[0].value<About>() == room(1); }));
}

void TestBusNotifier::whatSomebodyClosedIsShownAnew()
{
    const auto notifier = ready();
    QSignalSpy closed(notifier.get(), &Notifier::closed);
    notifier->show(room(1), {u"A"_s, u"1"_s});
    QTRY_COMPARE(m_service->last, 41u);
    QTRY_VERIFY([&] { // once the number has arrived
        if (closed.isEmpty())
            Q_EMIT m_service->NotificationClosed(41, 2);
        return !closed.isEmpty();
    }());
    QVERIFY(closed[0][0].value<About>() == room(1));
    notifier->show(room(1), {u"A"_s, u"2"_s});
    QTRY_COMPARE(m_service->asked.size(), 2);
    QCOMPARE(m_service->asked[1].replaces, 0u);
}

void TestBusNotifier::serviceWithoutActionsGetsNone()
{
    m_service->capabilities = {u"body"_s};
    const auto notifier = ready();
    notifier->show(room(1), {u"A"_s, u"1 < 2"_s, false, true});
    QTRY_COMPARE(m_service->asked.size(), 1);
    QVERIFY(m_service->asked[0].actions.isEmpty());
    QCOMPARE(m_service->asked[0].text, u"1 < 2"_s); // nothing is marked up there
}

void TestBusNotifier::refusalIsToldSoThatAnotherWayCanBeTried()
{
    m_service->refuses = true;
    const auto notifier = ready();
    QSignalSpy failed(notifier.get(), &Notifier::failed);
    const Notice notice{u"A"_s, u"1"_s};
    notifier->show(room(1), notice);
    QVERIFY(failed.wait());
    QVERIFY(failed[0][0].value<About>() == room(1));
    QVERIFY(failed[0][1].value<Notice>() == notice);
    m_service->refuses = false;
    notifier->show(room(1), notice); // the next one is tried here again
    QTRY_COMPARE(m_service->last, 41u);
}

void TestBusNotifier::withoutServiceItFails()
{
    QVERIFY(m_service->bus.unregisterService(u"org.freedesktop.Notifications"_s));
    const auto notifier = ready();
    QSignalSpy failed(notifier.get(), &Notifier::failed);
    notifier->show(room(1), {u"A"_s, u"1"_s});
    notifier->show(room(2), {u"B"_s, u"1"_s});
    QTRY_COMPARE(failed.size(), 2);
}

void TestBusNotifier::withoutBusItFailsAtOnce()
{
    BusNotifier notifier{QDBusConnection(u"there is none"_s)};
    QSignalSpy failed(&notifier, &Notifier::failed);
    notifier.show(room(1), {u"A"_s, u"1"_s});
    QCOMPARE(failed.size(), 1);
    notifier.withdraw(room(1));
}

void TestBusNotifier::newServiceKnowsNothingOfTheOldNumbers()
{
    const auto notifier = ready();
    notifier->show(room(1), {u"A"_s, u"1"_s});
    QTRY_COMPARE(m_service->last, 41u);
    QDBusServiceWatcher watcher(u"org.freedesktop.Notifications"_s, QDBusConnection(u"client"_s));
    QSignalSpy changed(&watcher, &QDBusServiceWatcher::serviceOwnerChanged);
    cleanup();
    init();
    QTRY_COMPARE(changed.size(), 2);
    QCoreApplication::processEvents();
    notifier->show(room(1), {u"A"_s, u"2"_s});
    QTRY_COMPARE(m_service->asked.size(), 1);
    QCOMPARE(m_service->asked[0].replaces, 0u);
}

QTEST_GUILESS_MAIN(TestBusNotifier)
#include "tst_bus_notifier.moc"
