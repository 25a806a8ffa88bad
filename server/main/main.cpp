// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QSaveFile>
#include <csignal>
#include <cstdio>
#include <sys/resource.h>

#include "server/main/wiring.h"
#include "server/operate/configuration_file.h"
#include "server/operate/log.h"
#include "server/operate/log_categories.h"
#include "server/operate/service_manager.h"
#include "server/operate/stop_signals.h"
#include "server/storage/startup_error.h"

using namespace Qt::StringLiterals;
using namespace jjak;

namespace {

constexpr int refused = 2; //!< the operator has to change something first

const QCommandLineOption configOption(u"config"_s, u"Read the configuration from this file."_s, u"file"_s);
const QCommandLineOption dataOption(u"data"_s, u"Keep everything in this folder."_s, u"folder"_s);
const QCommandLineOption listenOption(u"listen"_s, u"Take connections at this IP address."_s, u"address"_s);
const QCommandLineOption portOption(u"port"_s, u"Take connections at this port; 0 takes a free one."_s, u"number"_s);
const QCommandLineOption portFileOption(u"port-file"_s, u"Write the port into this file once connections are taken; it is removed at the end."_s, u"file"_s);
const QCommandLineOption checkOption(u"check-config"_s, u"Tell what is wrong with the configuration, and end."_s);
const QCommandLineOption printOption(u"print-config"_s, u"Print the configuration in force without its secrets, and end."_s);

void say(FILE *to, const QString &text)
{
    std::fputs(qUtf8Printable(text), to);
}

operate::ConfigurationSources sourcesOf(const QCommandLineParser &arguments)
{
    operate::ConfigurationSources sources{arguments.value(configOption), QProcessEnvironment::systemEnvironment(), {}};
    for (const auto &[option, key] : {std::pair(&dataOption, u"data.folder"_s), std::pair(&listenOption, u"server.listen"_s), std::pair(&portOption, u"server.port"_s)}) {
        if (arguments.isSet(*option))
            sources.commandLine.append({key, arguments.value(*option)});
    }
    return sources;
}

//! Every connection is a descriptor; the usual soft limit of 1,024 is there for programs that use select().
void raiseDescriptorLimit(int connections)
{
    constexpr rlim_t others = 100; // the database, the threads' own, files
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return;
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
    if (limit.rlim_max < rlim_t(connections) + others)
        qCWarning(operate::serverLog, "this process may open %llu files only, too few for %d connections (limits.connections)", static_cast<unsigned long long>(limit.rlim_max), connections);
}

//! The port, for scripts and tests. Appears complete or not at all, and goes away with the server.
class PortFile {
public:
    PortFile(const QString &path, quint16 port) : m_path(path)
    {
        if (m_path.isEmpty())
            return;
        QSaveFile file(m_path);
        if (!file.open(QIODevice::WriteOnly) || file.write(QByteArray::number(port) + '\n') < 0 || !file.commit())
            throw storage::StartupError(u"%1 cannot be written: %2"_s.arg(m_path, file.errorString()));
    }
    ~PortFile()
    {
        if (!m_path.isEmpty())
            QFile::remove(m_path);
    }
    Q_DISABLE_COPY_MOVE(PortFile)

private:
    QString m_path;
};

int serve(const operate::Configuration &configuration, const QString &portFile)
{
    const operate::Log log(configuration.logLevel, configuration.logFormat);
    raiseDescriptorLimit(configuration.connections);
    std::signal(SIGPIPE, SIG_IGN);
    const operate::StopSignals signals([](int signal) {
        qCInfo(operate::serverLog, "stopping on signal %d", signal);
        QCoreApplication::quit();
    });
    server::Server server(configuration);
    server.start();
    const PortFile written(portFile, server.port() ? server.port() : server.tlsPort());
    qCInfo(operate::serverLog, "jjakd %s is ready", JJAK_VERSION);
    operate::tellServiceManager("READY=1");
    const int code = QCoreApplication::exec();
    operate::tellServiceManager("STOPPING=1");
    server.stop();
    qCInfo(operate::serverLog, "stopped; everything taken in is stored");
    return code;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"jjakd"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(JJAK_VERSION));
    QCommandLineParser arguments;
    arguments.setApplicationDescription(u"The Jjak server."_s);
    arguments.addHelpOption();
    arguments.addVersionOption();
    arguments.addOptions({configOption, dataOption, listenOption, portOption, portFileOption, checkOption, printOption});
    if (!arguments.parse(QCoreApplication::arguments()) || !arguments.positionalArguments().isEmpty()) {
        say(stderr, u"jjakd: %1\n"_s.arg(arguments.errorText().isEmpty() ? u"unexpected argument: "_s + arguments.positionalArguments().constFirst() : arguments.errorText()));
        return refused;
    }
    arguments.process(application); // --help and --version end here

    const auto loaded = operate::loadConfiguration(sourcesOf(arguments));
    for (const QString &error : loaded.errors)
        say(stderr, u"jjakd: "_s + error + u'\n');
    if (!loaded.errors.isEmpty())
        return refused;
    if (arguments.isSet(printOption))
        say(stdout, operate::effectiveFile(loaded.configuration));
    if (arguments.isSet(printOption) || arguments.isSet(checkOption))
        return 0;
    try {
        return serve(loaded.configuration, arguments.value(portFileOption));
    } catch (const std::exception &problem) {
        std::fprintf(stderr, "jjakd: %s\n", problem.what());
        return refused;
    }
}
