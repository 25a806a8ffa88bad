// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "arrows.h"

#include <QRegularExpression>
#include <array>

namespace jjak::style {

namespace {

using namespace Qt::StringLiterals;

//! A module and everything it may include, itself apart.
struct Module {
    QLatin1StringView path;
    QStringList uses;
};

const QList<Module> &modules()
{
    static const QStringList server{u"common"_s, u"server/domain"_s, u"server/app"_s}, client{u"common"_s, u"client/core"_s};
    static const QList<Module> map{
        {"common/base"_L1, {}},
        {"common/rules"_L1, {u"common/base"_s}},
        {"common/protocol"_L1, {u"common/base"_s, u"common/rules"_s}},
        {"server/domain"_L1, {u"common"_s}},
        {"server/app"_L1, {u"common"_s, u"server/domain"_s}},
        {"server/engine"_L1, server},
        {"server/storage"_L1, server},
        {"server/gateway"_L1, server},
        {"server/operate"_L1, server},
        {"server/control"_L1, server + QStringList{u"server/storage"_s}},
        {"server/images"_L1, server},
        {"server/image_worker"_L1, {u"common"_s}},
        {"server/main"_L1, {u"common"_s, u"server"_s}},
        {"client/core"_L1, {u"common"_s}},
        {"client/desktop"_L1, client},
        {"client/terminal"_L1, client},
        {"client/people"_L1, client},
    };
    return map;
}

bool isBelow(const QString &path, const QString &folder)
{
    return path.startsWith(folder + u'/');
}

bool isProjectPath(const QString &name)
{
    static constexpr std::array tops{"client/"_L1, "common/"_L1, "server/"_L1, "tests/"_L1};
    return std::ranges::any_of(tops, [&](QLatin1StringView top) { return name.startsWith(top); });
}

QStringList forbiddenIncludes(const SourceFile &file, const QRegularExpression &forbidden, const QString &why)
{
    QStringList out;
    for (const Include &i : includesOf(file.text))
        if (!i.quoted && forbidden.match(i.name).hasMatch())
            out.append(finding(file, i.line, u"<%1> %2"_s.arg(i.name, why)));
    return out;
}

//! Domain: values and containers of Qt, and of the standard library what neither waits, draws, reads nor tells the time.
QStringList impureDomain(const SourceFile &file)
{
    static const QRegularExpression qt(
        u"^(?!(QByteArray|QByteArrayView|QChar|QHash|QHashFunctions|QLatin1String|QLatin1StringView|QList|QMap|QMultiHash|QMultiMap|QSet|QString|QStringList|QStringView|QVarLengthArray|QtGlobal)$)(Q|Qt.*/)"_s);
    static const QRegularExpression standard(u"^(atomic|condition_variable|cstdio|cstdlib|ctime|filesystem|fstream|future|iostream|mutex|random|stdio\\.h|thread|time\\.h|unistd\\.h|sys/.*)$"_s);
    static const QRegularExpression words(u"\\b(Q_OBJECT|QObject|SystemRng|system_clock|steady_clock|currentDateTime\\w*|QRandomGenerator|std::(rand|time)|(qDebug|qInfo|qWarning|qCritical))\\b"_s);
    QStringList out = forbiddenIncludes(file, qt, u"in the domain, which is pure"_s) + forbiddenIncludes(file, standard, u"in the domain, which is pure"_s);
    for (const Statement &s : statementsOf(file.text))
        if (const auto match = words.match(s.code); match.hasMatch())
            out.append(finding(file, s.line, match.captured(1) + u" in the domain: time and chance are arguments"_s));
    return out;
}

QStringList windowsInClientCore(const SourceFile &file)
{
    static const QRegularExpression gui(
        u"^(QtGui|QtWidgets|QtSvg)\\b|^Q(Abstract(Button|ItemDelegate|ItemView|ScrollArea)|Action|Application|Bitmap|Brush|Clipboard|Color|Cursor|DesktopServices|Dialog|Font|GuiApplication|Icon|Image|Key|Label|"
        "Layout|LineEdit|ListView|MainWindow|Menu|MessageBox|Mouse|Paint|Palette|Pen|Pixmap|PushButton|Screen|Standard(Item|ItemModel)|Style|Svg|SystemTray|Text(Document|Cursor|Edit|Layout)|Validator|Widget|Window)"_s);
    return forbiddenIncludes(file, gui, u"in client/core, which knows no windows"_s);
}

} // namespace

QStringList againstArrows(const SourceFile &file)
{
    const auto module = std::ranges::find_if(modules(), [&](const Module &m) { return file.isIn(m.path); });
    QStringList out;
    if (!file.isCode() || module == modules().end())
        return out;
    for (const Include &i : includesOf(file.text)) {
        const bool allowed = isBelow(i.name, QString(module->path)) || std::ranges::any_of(module->uses, [&](const QString &used) { return isBelow(i.name, used); });
        if (isProjectPath(i.name) && !allowed)
            out.append(finding(file, i.line, u"%1 may not use %2"_s.arg(QString(module->path), i.name)));
        else if (i.quoted && !isProjectPath(i.name) && !i.name.endsWith(".moc"_L1))
            out.append(finding(file, i.line, u"\"%1\": paths begin at the root of the repository"_s.arg(i.name)));
    }
    return out;
}

QStringList impurities(const SourceFile &file)
{
    if (!file.isCode())
        return {};
    if (file.isIn("server/domain"_L1))
        return impureDomain(file);
    return file.isIn("client/core"_L1) ? windowsInClientCore(file) : QStringList();
}

} // namespace jjak::style
