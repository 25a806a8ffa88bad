// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QHostAddress>
#include <QUrl>
#include <array>
#include <cmath>

#include "common/base/ip_network.h"
#include "server/operate/configuration_keys.h"

namespace jjak::operate {

using namespace Qt::StringLiterals;

namespace {

struct Unit {
    QLatin1String name;
    Duration length;
};
constexpr std::array units{Unit{"ms"_L1, 1ms}, Unit{"s"_L1, 1s}, Unit{"m"_L1, 1min}, Unit{"h"_L1, 1h}, Unit{"d"_L1, std::chrono::days(1)}};

template <class... F>
struct Overloaded : F... {
    using F::operator()...;
};

//! A TOML basic string.
QString quoted(const QString &text)
{
    QString out = u"\""_s;
    for (const QChar c : text) {
        if (c == u'"' || c == u'\\')
            (out += u'\\') += c;
        else if (c < u' ' || c == QChar(0x7f))
            out += u"\\u%1"_s.arg(c.unicode(), 4, 16, QChar(u'0'));
        else
            out += c;
    }
    return out + u'"';
}

QString number(double value)
{
    return value == std::floor(value) && std::abs(value) < 1e15 ? QString::number(qint64(value)) : QString::number(value);
}

//! Scheme and host, and nothing behind them: what browsers send (RFC 6454 §6.2).
bool isOrigin(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    return url.isValid() && (url.scheme() == "https"_L1 || url.scheme() == "http"_L1) && !url.host().isEmpty() && text == url.scheme() + "://"_L1 + url.authority() && url.userInfo().isEmpty();
}

bool isUrlPath(const QString &text)
{
    return text.startsWith(u'/') && text != "/health"_L1 && text != "/ready"_L1 && std::all_of(text.begin(), text.end(), [](QChar c) { return c > u' ' && c < QChar(0x7f) && c != u'?' && c != u'#'; });
}

//! The rest is for the database's own library to read.
bool isDatabase(const QString &text)
{
    return (text.startsWith("postgresql://"_L1) || text.startsWith("postgres://"_L1)) && !text.contains(QChar(0));
}

bool fits(const TextKey &key, const QString &text)
{
    switch (key.form) {
    case TextForm::Redis:
        return text.isEmpty() || text.startsWith(u"redis://"_s) || text.startsWith(u"unix:/"_s);
    case TextForm::Database:
        return text.isEmpty() || isDatabase(text);
    case TextForm::OptionalAddress:
        return text.isEmpty() || !QHostAddress(text).isNull();
    case TextForm::UrlPath:
        return isUrlPath(text);
    case TextForm::Choice:
        return key.choices.contains(text);
    case TextForm::Any:
    case TextForm::Folder:
    case TextForm::File:
        break;
    }
    return !text.contains(QChar(0));
}

QString formOf(const TextKey &key)
{
    switch (key.form) {
    case TextForm::Any:
        return u"a text"_s;
    case TextForm::Folder:
        return u"the path of a folder"_s;
    case TextForm::File:
        return u"the path of a file"_s;
    case TextForm::Redis:
        return u"redis://user:password@host:port/number, unix:/path/of/the/socket or \"\""_s;
    case TextForm::Database:
        return u"postgresql://user:password@host:port/database or \"\""_s;
    case TextForm::OptionalAddress:
        return u"an IP address or \"\""_s;
    case TextForm::UrlPath:
        return u"a path that begins with / and is neither /health nor /ready"_s;
    case TextForm::Choice:
        break;
    }
    QStringList choices;
    for (const QString &choice : key.choices)
        choices += quoted(choice);
    return u"one of "_s + choices.join(u", "_s);
}

bool put(const TextKey &key, const Value &value, Configuration &to)
{
    const auto *text = std::get_if<QString>(&value);
    if (!text || !fits(key, *text))
        return false;
    key.in(to) = *text;
    return true;
}

bool put(const NumberKey &key, const Value &value, Configuration &to)
{
    const auto *whole = std::get_if<qint64>(&value);
    if (!whole || *whole < key.least || *whole > key.most)
        return false;
    key.in(to) = int(*whole);
    return true;
}

bool put(const FactorKey &key, const Value &value, Configuration &to)
{
    const auto *whole = std::get_if<qint64>(&value);
    const auto *real = std::get_if<double>(&value);
    const double factor = whole ? double(*whole) : real ? *real : std::nan("");
    if (!(factor >= key.least && factor <= key.most))
        return false;
    key.in(to) = factor;
    return true;
}

bool put(const TimeKey &key, const Value &value, Configuration &to)
{
    const auto *text = std::get_if<QString>(&value);
    const auto duration = text ? durationFrom(*text) : std::nullopt;
    if (!duration || *duration < key.least || *duration > key.most)
        return false;
    key.in(to) = *duration;
    return true;
}

bool put(const OriginsKey &key, const Value &value, Configuration &to)
{
    const auto *list = std::get_if<QStringList>(&value);
    if (!list || !std::all_of(list->begin(), list->end(), isOrigin))
        return false;
    key.in(to) = *list;
    return true;
}

bool put(const NetworksKey &key, const Value &value, Configuration &to)
{
    const auto *list = std::get_if<QStringList>(&value);
    if (!list || !std::all_of(list->begin(), list->end(), [](const QString &network) { return IpNetwork::from(network.toUtf8()).has_value(); }))
        return false;
    key.in(to) = *list;
    return true;
}

QString shown(const Value &value)
{
    return std::visit(Overloaded{[](const QString &text) { return quoted(text); }, [](qint64 whole) { return QString::number(whole); }, [](double real) { return number(real); },
                                 [](bool yes) { return yes ? u"true"_s : u"false"_s; },
                                 [](const QStringList &list) {
                                     QStringList items;
                                     for (const QString &item : list)
                                         items += quoted(item);
                                     return u"["_s + items.join(u", "_s) + u"]"_s;
                                 }},
                      value);
}

} // namespace

std::optional<Duration> durationFrom(QStringView text)
{
    qsizetype digits = 0;
    while (digits < text.size() && text[digits] >= u'0' && text[digits] <= u'9')
        ++digits;
    if (digits == 0 || digits > 12) // 12 digits of days still fit into 64 bits of milliseconds
        return std::nullopt;
    for (const Unit &unit : units) {
        if (text.sliced(digits) == unit.name)
            return unit.length * text.first(digits).toLongLong();
    }
    return std::nullopt;
}

QString toText(Duration duration)
{
    for (auto unit = units.rbegin(); unit != units.rend(); ++unit) {
        if (duration >= unit->length && duration % unit->length == 0ms)
            return QString::number(duration / unit->length) + unit->name;
    }
    return u"0ms"_s;
}

QString Key::allowed() const
{
    return std::visit(Overloaded{[](const TextKey &key) { return formOf(key); }, [](const NumberKey &key) { return u"a whole number from %1 to %2"_s.arg(key.least).arg(key.most); },
                                 [](const FactorKey &key) { return u"a number from %1 to %2"_s.arg(number(key.least), number(key.most)); },
                                 [](const TimeKey &key) { return u"a time from \"%1\" to \"%2\""_s.arg(toText(key.least), toText(key.most)); },
                                 [](const OriginsKey &) { return u"a list of origins such as [\"https://example.org\"]"_s; },
                                 [](const NetworksKey &) { return u"a list of IP addresses and networks such as [\"127.0.0.1\", \"10.0.0.0/8\"]"_s; }},
                      kind);
}

QString Key::written(const Configuration &configuration) const
{
    auto &from = const_cast<Configuration &>(configuration); // the table's functions lead to the member for writing too
    return std::visit(Overloaded{[&](const TextKey &key) { return shown(key.in(from)); }, [&](const NumberKey &key) { return shown(qint64(key.in(from))); },
                                 [&](const FactorKey &key) { return shown(key.in(from)); }, [&](const TimeKey &key) { return shown(toText(key.in(from))); },
                                 [&](const OriginsKey &key) { return shown(key.in(from)); }, [&](const NetworksKey &key) { return shown(key.in(from)); }},
                      kind);
}

std::optional<QString> apply(const Key &key, const Value &value, Configuration &to)
{
    if (std::visit([&](const auto &kind) { return put(kind, value, to); }, key.kind))
        return std::nullopt;
    const QString complaint = u"%1 must be %2"_s.arg(key.path, key.allowed());
    return key.secret ? complaint : complaint + u", not "_s + shown(value);
}

std::optional<QString> applyText(const Key &key, const QString &text, Configuration &to)
{
    bool good = false;
    if (std::holds_alternative<NumberKey>(key.kind)) {
        const qint64 whole = text.toLongLong(&good);
        return apply(key, good ? Value(whole) : Value(text), to);
    }
    if (std::holds_alternative<FactorKey>(key.kind)) {
        const double factor = text.toDouble(&good);
        return apply(key, good ? Value(factor) : Value(text), to);
    }
    if (std::holds_alternative<OriginsKey>(key.kind) || std::holds_alternative<NetworksKey>(key.kind))
        return apply(key, text.split(u',', Qt::SkipEmptyParts), to);
    return apply(key, text, to);
}

} // namespace jjak::operate
