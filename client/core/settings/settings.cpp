// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/core/settings/settings.h"

#include <QHostAddress>
#include <QSysInfo>

namespace jjak::client {

using namespace Qt::StringLiterals;

namespace {

constexpr int defaultPort = 4627;

bool isLoopback(const QString &host)
{
    return host == "localhost"_L1 || QHostAddress(host).isLoopback();
}

int minuteFrom(const QVariant &stored, int otherwise)
{
    bool ok = false;
    const int minute = stored.toInt(&ok);
    return ok && minute >= 0 && minute < QuietHours::minutesOfDay ? minute : otherwise;
}

} // namespace

Settings::Settings(const QString &path) : m_file(path.isEmpty() ? std::make_unique<QSettings>() : std::make_unique<QSettings>(path, QSettings::IniFormat)) {}

QUrl Settings::server() const
{
    return QUrl(m_file->value(u"server"_s, u"ws://127.0.0.1:%1/"_s.arg(defaultPort)).toString());
}

void Settings::setServer(const QUrl &server)
{
    m_file->setValue(u"server"_s, server.toString());
}

std::optional<QUrl> Settings::serverFrom(const QString &typed)
{
    QString text = typed.trimmed();
    const bool schemeGiven = text.contains("://"_L1);
    QUrl url(schemeGiven ? text : "wss://"_L1 + text, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty() || (url.scheme() != "ws"_L1 && url.scheme() != "wss"_L1) || !url.userInfo().isEmpty())
        return std::nullopt;
    if (!schemeGiven && isLoopback(url.host())) {
        url.setScheme(u"ws"_s);
        if (url.port() < 0)
            url.setPort(defaultPort);
    }
    if (url.path().isEmpty())
        url.setPath(u"/"_s);
    url.setFragment({});
    return url;
}

QString Settings::language() const
{
    return m_file->value(u"language"_s).toString();
}

void Settings::setLanguage(const QString &language)
{
    m_file->setValue(u"language"_s, language);
}

QString Settings::theme() const
{
    return m_file->value(u"theme"_s).toString();
}

void Settings::setTheme(const QString &theme)
{
    m_file->setValue(u"theme"_s, theme);
}

QString Settings::name() const
{
    return m_file->value(u"name"_s).toString();
}

void Settings::setName(const QString &name)
{
    m_file->setValue(u"name"_s, name);
}

QString Settings::deviceLabel() const
{
    const QString host = QSysInfo::machineHostName();
    return m_file->value(u"device"_s, host.isEmpty() ? u"Jjak"_s : host.left(64)).toString();
}

void Settings::setDeviceLabel(const QString &label)
{
    m_file->setValue(u"device"_s, label);
}

bool Settings::staySignedIn() const
{
    return m_file->value(u"staySignedIn"_s, true).toBool();
}

void Settings::setStaySignedIn(bool stay)
{
    m_file->setValue(u"staySignedIn"_s, stay);
}

NotifyChoice Settings::notify() const
{
    NotifyChoice choice;
    const bool text = m_file->value(u"notificationText"_s, false).toBool();
    if (!m_file->value(u"notifications"_s, true).toBool())
        choice.detail = NotifyDetail::Off;
    else
        choice.detail = text ? NotifyDetail::Full : NotifyDetail::Hidden;
    choice.quiet.on = m_file->value(u"quiet/on"_s, false).toBool();
    choice.quiet.from = minuteFrom(m_file->value(u"quiet/from"_s), choice.quiet.from);
    choice.quiet.to = minuteFrom(m_file->value(u"quiet/to"_s), choice.quiet.to);
    choice.pausedUntil = fromMs(m_file->value(u"pausedUntil"_s, 0).toLongLong());
    return choice;
}

void Settings::setNotify(const NotifyChoice &choice)
{
    m_file->setValue(u"notifications"_s, choice.detail != NotifyDetail::Off);
    m_file->setValue(u"notificationText"_s, choice.detail == NotifyDetail::Full);
    m_file->setValue(u"quiet/on"_s, choice.quiet.on);
    m_file->setValue(u"quiet/from"_s, choice.quiet.from);
    m_file->setValue(u"quiet/to"_s, choice.quiet.to);
    m_file->setValue(u"pausedUntil"_s, toMs(choice.pausedUntil));
}

bool Settings::bell() const
{
    return m_file->value(u"bell"_s, true).toBool();
}

void Settings::setBell(bool on)
{
    m_file->setValue(u"bell"_s, on);
}

bool Settings::unreadTitle() const
{
    return m_file->value(u"unreadTitle"_s, true).toBool();
}

void Settings::setUnreadTitle(bool on)
{
    m_file->setValue(u"unreadTitle"_s, on);
}

bool Settings::closeToTray() const
{
    return m_file->value(u"closeToTray"_s, false).toBool();
}

void Settings::setCloseToTray(bool on)
{
    m_file->setValue(u"closeToTray"_s, on);
}

std::optional<SavedPlace> Settings::place() const
{
    const auto cell = Cell::fromText(m_file->value(u"place/cell"_s).toString());
    return cell ? std::optional(SavedPlace{m_file->value(u"place/label"_s).toString(), *cell}) : std::nullopt;
}

void Settings::setPlace(const std::optional<SavedPlace> &place)
{
    m_file->remove(u"place"_s);
    if (!place)
        return;
    m_file->setValue(u"place/label"_s, place->label);
    m_file->setValue(u"place/cell"_s, QString::fromLatin1(place->cell.toText()));
}

Reach Settings::reach() const
{
    const int step = m_file->value(u"reach"_s, int(Reach::Km10)).toInt();
    return step >= 0 && step < int(allReaches.size()) ? Reach(step) : Reach::Km10;
}

void Settings::setReach(Reach reach)
{
    m_file->setValue(u"reach"_s, int(reach));
}

QVariant Settings::extra(const QString &key, const QVariant &fallback) const
{
    return m_file->value("extra/"_L1 + key, fallback);
}

void Settings::setExtra(const QString &key, const QVariant &value)
{
    m_file->setValue("extra/"_L1 + key, value);
}

bool Settings::save()
{
    m_file->sync();
    return m_file->status() == QSettings::NoError;
}

} // namespace jjak::client
