// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/operate/configuration_file.h"

#include <QFile>
#include <algorithm>
#include <numeric>
#include <toml++/toml.h>

namespace jjak::operate {

using namespace Qt::StringLiterals;

namespace {

QString fromUtf8(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

//! Levenshtein's distance.
int distance(const QString &a, const QString &b)
{
    std::vector<int> row(size_t(b.size()) + 1);
    std::iota(row.begin(), row.end(), 0);
    for (qsizetype i = 0; i < a.size(); ++i) {
        int diagonal = std::exchange(row[0], int(i) + 1);
        for (size_t j = 0; j < size_t(b.size()); ++j) {
            const int replaced = diagonal + (a[i] != b[qsizetype(j)]);
            diagonal = row[j + 1];
            row[j + 1] = std::min({replaced, row[j] + 1, diagonal + 1});
        }
    }
    return row.back();
}

QString unknown(const QString &path)
{
    const QString name = path.section(u'.', -1);
    QString best;
    int least = 4; // further away it is no slip of the finger
    for (const Key &key : configurationKeys()) {
        // The right name under the wrong section is a slip too.
        const int away = std::min(distance(path, key.path), key.name() == name ? 1 : 4);
        if (away < least) {
            least = away;
            best = key.path;
        }
    }
    return best.isEmpty() ? u"there is no key %1"_s.arg(path) : u"there is no key %1; did you mean %2?"_s.arg(path, best);
}

const Key *find(const QString &path)
{
    const auto &keys = configurationKeys();
    const auto it = std::find_if(keys.begin(), keys.end(), [&](const Key &key) { return key.path == path; });
    return it == keys.end() ? nullptr : &*it;
}

std::optional<Value> valueOf(const toml::node &node)
{
    if (const auto *text = node.as_string())
        return fromUtf8(text->get());
    if (const auto *whole = node.as_integer())
        return qint64(whole->get());
    if (const auto *real = node.as_floating_point())
        return real->get();
    if (const auto *yes = node.as_boolean())
        return yes->get();
    const auto *array = node.as_array();
    if (!array)
        return std::nullopt;
    QStringList list;
    for (const toml::node &item : *array) {
        if (!item.is_string())
            return std::nullopt;
        list += fromUtf8(item.as_string()->get());
    }
    return list;
}

QString at(const QString &name, const toml::source_region &source)
{
    return u"%1:%2:%3: "_s.arg(name).arg(source.begin.line).arg(source.begin.column);
}

void readTable(const toml::table &table, const QString &prefix, const QString &name, LoadedConfiguration &into)
{
    for (const auto &[word, node] : table) {
        const QString path = prefix + fromUtf8(word.str());
        const Key *key = find(path);
        const QString where = at(name, word.source());
        const bool section = std::any_of(configurationKeys().begin(), configurationKeys().end(), [&](const Key &k) { return k.section() == path; });
        if (node.is_table() && section) {
            readTable(*node.as_table(), path + u'.', name, into);
        } else if (!key) {
            into.errors += where + unknown(path);
        } else if (const auto value = valueOf(node)) {
            if (const auto complaint = apply(*key, *value, into.configuration))
                into.errors += where + *complaint;
        } else {
            into.errors += where + u"%1 must be %2"_s.arg(path, key->allowed());
        }
    }
}

//! What a file with a secret holds: its text without the line end.
std::optional<QString> secretIn(const QString &path, QStringList &errors, const QString &variable)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        errors += u"%1: %2 cannot be read: %3"_s.arg(variable, path, file.errorString());
        return std::nullopt;
    }
    return QString::fromUtf8(file.read(64 * 1024)).trimmed();
}

void readEnvironment(const QProcessEnvironment &environment, LoadedConfiguration &into)
{
    QStringList known;
    QStringList sections;
    for (const Key &key : configurationKeys()) {
        const QString variable = key.variable(), file = variable + u"_FILE"_s;
        known += variable;
        sections += u"JJAK_"_s + key.section().toUpper() + u'_';
        std::optional<QString> text;
        if (environment.contains(variable))
            text = environment.value(variable);
        if (key.secret) {
            known += file;
            if (environment.contains(file))
                text = secretIn(environment.value(file), into.errors, file);
        }
        const auto complaint = text ? applyText(key, *text, into.configuration) : std::nullopt;
        if (complaint)
            into.errors += variable + u": "_s + *complaint;
    }
    for (const QString &variable : environment.keys()) {
        const bool ours = std::any_of(sections.begin(), sections.end(), [&](const QString &section) { return variable.startsWith(section); });
        if (ours && !known.contains(variable))
            into.errors += u"the environment variable %1 belongs to no key"_s.arg(variable);
    }
}

void checkWhole(LoadedConfiguration &loaded)
{
    const Configuration &c = loaded.configuration;
    if (c.listen.isEmpty() && c.tlsListen.isEmpty())
        loaded.errors += u"server.listen and tls.listen are both empty: nobody could connect"_s;
    if (!c.tlsListen.isEmpty() && (c.tlsCertificate.isEmpty() || c.tlsKey.isEmpty()))
        loaded.errors += u"tls.listen needs tls.certificate and tls.key"_s;
    if (!c.redis.isEmpty() && c.database.isEmpty())
        loaded.errors += u"cluster.redis needs data.database: servers share a PostgreSQL, not a file"_s;
}

} // namespace

void readToml(const QByteArray &text, const QString &name, LoadedConfiguration &into)
{
    try {
        readTable(toml::parse(std::string_view(text.constData(), size_t(text.size()))), {}, name, into);
    } catch (const toml::parse_error &error) {
        into.errors += at(name, error.source()) + fromUtf8(error.description());
    }
}

LoadedConfiguration loadConfiguration(const ConfigurationSources &sources)
{
    LoadedConfiguration loaded;
    if (!sources.file.isEmpty()) {
        QFile file(sources.file);
        if (file.open(QIODevice::ReadOnly))
            readToml(file.readAll(), sources.file, loaded);
        else
            loaded.errors += u"%1 cannot be read: %2"_s.arg(sources.file, file.errorString());
    }
    readEnvironment(sources.environment, loaded);
    for (const auto &[path, text] : sources.commandLine) {
        const Key *key = find(path);
        const auto complaint = key ? applyText(*key, text, loaded.configuration) : unknown(path);
        if (complaint)
            loaded.errors += u"command line: "_s + *complaint;
    }
    checkWhole(loaded);
    return loaded;
}

} // namespace jjak::operate
