// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/control/rehearsal.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QFile>
#include <csignal>

#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#endif

#include "common/base/rng.h"
#include "server/control/control_client.h"
#include "server/control/say.h"

namespace jjak::control {

using namespace Qt::StringLiterals;

namespace {

constexpr int startTime = 20'000, endTime = 10'000, lookEvery = 50; //!< ms
//! People have to be made, find their seats and say goodbye.
constexpr Duration around = 90s;

volatile std::sig_atomic_t interrupted = 0;

void interrupt(int)
{
    interrupted = 1;
}

void end(QProcess &process)
{
    if (process.state() == QProcess::NotRunning)
        return;
    process.terminate();
    if (!process.waitForFinished(endTime)) {
        process.kill();
        process.waitForFinished();
    }
}

QString lastLines(const QString &file)
{
    QFile log(file);
    return log.open(QIODevice::ReadOnly) ? QString::fromUtf8(log.readAll()).trimmed().section(u'\n', -5) : QString();
}

} // namespace

Rehearsal::~Rehearsal()
{
    end(m_people);
    end(m_server);
}

QString Rehearsal::run()
{
    std::signal(SIGINT, interrupt);
    std::signal(SIGTERM, interrupt);
    if (!m_folder.isValid())
        return u"No temporary folder can be made: %1."_s.arg(m_folder.errorString());
    SystemRng rng;
    std::array<std::uint8_t, 16> bytes{};
    rng.fill(bytes);
    m_demoKey = QString::fromLatin1(QByteArray(reinterpret_cast<const char *>(bytes.data()), bytes.size()).toHex());
    for (const auto step : {&Rehearsal::startServer, &Rehearsal::openEvent, &Rehearsal::play}) {
        if (const QString problem = (this->*step)(); !problem.isEmpty())
            return interrupted ? u"Interrupted."_s : problem;
    }
    return {};
}

bool Rehearsal::begin(QProcess &process, const QString &program, const QStringList &arguments, const QHash<QString, QString> &settings)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString &name : environment.keys()) {
        if (name.startsWith("JJAK_"_L1)) // what is meant for the real server
            environment.remove(name);
    }
    for (auto it = settings.cbegin(); it != settings.cend(); ++it)
        environment.insert(it.key(), it.value());
    process.setProcessEnvironment(environment);
    process.setStandardErrorFile(m_folder.filePath(program + u".log"_s));
#ifdef Q_OS_LINUX
    process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGTERM); }); // also when this program is killed
#endif
    process.start(QCoreApplication::applicationDirPath() + u'/' + program, arguments);
    return process.waitForStarted();
}

QString Rehearsal::startServer()
{
    const QString portFile = m_folder.filePath(u"port"_s);
    const QHash<QString, QString> settings{{u"JJAK_DATES_SPEED"_s, QString::number(m_plan.speed)},
                                           {u"JJAK_ACCOUNTS_DEMO_KEY"_s, m_demoKey},
                                           {u"JJAK_SIGN_IN_PER_ADDRESS_PER_MINUTE"_s, u"1000"_s},
                                           {u"JJAK_SIGN_IN_HASH_MEMORY_MIB"_s, u"1"_s},
                                           {u"JJAK_LOG_LEVEL"_s, u"warning"_s}};
    if (!begin(m_server, u"jjakd"_s, {u"--data"_s, m_folder.filePath(u"data"_s), u"--listen"_s, u"127.0.0.1"_s, u"--port"_s, u"0"_s, u"--port-file"_s, portFile}, settings))
        return u"jjakd cannot be started: %1."_s.arg(m_server.errorString());
    for (const QDeadlineTimer deadline(startTime); !deadline.hasExpired() && !interrupted;) {
        QFile file(portFile);
        if (file.open(QIODevice::ReadOnly)) {
            m_port = file.readAll().trimmed().toUShort();
            return {};
        }
        if (m_server.waitForFinished(lookEvery) || m_server.state() == QProcess::NotRunning)
            return u"jjakd ended at once: %1"_s.arg(lastLines(m_folder.filePath(u"jjakd.log"_s)));
    }
    return u"jjakd takes no connections."_s;
}

QString Rehearsal::openEvent()
{
    ControlClient server(m_folder.filePath(u"data"_s));
    if (const QString problem = server.connect(); !problem.isEmpty())
        return problem;
    SystemRng rng;
    const Time now = std::chrono::floor<Duration>(std::chrono::system_clock::now());
    protocol::cmd::OpenEvent command{ClientId::random(rng), u"Rehearsal"_s, now, now + 12h, u"UTC"_s, limits::seats, m_plan.languages, m_plan.toml};
    const auto opened = server.ask(command);
    return opened ? QString() : sentenceFor(opened.error());
}

QString Rehearsal::play()
{
    m_people.setProcessChannelMode(QProcess::ForwardedOutputChannel);
    const QString url = u"ws://127.0.0.1:%1"_s.arg(m_port);
    const QString all = QString::number(limits::seats);
    if (!begin(m_people, u"jjak-people"_s, {u"--server"_s, url, u"--count"_s, all, u"--dates"_s, all, u"--once"_s, u"--timeline"_s, u"--lang"_s, m_plan.tellIn}, {{u"JJAK_DEMO_KEY"_s, m_demoKey}}))
        return u"jjak-people cannot be started: %1."_s.arg(m_people.errorString());
    const QDeadlineTimer deadline(m_plan.length + around);
    while (!m_people.waitForFinished(lookEvery) && m_people.state() != QProcess::NotRunning) {
        if (interrupted || deadline.hasExpired())
            return u"The date did not come to its end in time."_s;
        if (m_server.state() == QProcess::NotRunning)
            return u"jjakd ended: %1"_s.arg(lastLines(m_folder.filePath(u"jjakd.log"_s)));
    }
    if (m_people.exitStatus() != QProcess::NormalExit || m_people.exitCode() != 0)
        return u"The demo people did not play to the end: %1"_s.arg(lastLines(m_folder.filePath(u"jjak-people.log"_s)));
    return {};
}

} // namespace jjak::control
