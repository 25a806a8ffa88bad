// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <variant>

#include "server/operate/configuration.h"

namespace jjak::operate {

//! What a text has to look like.
enum class TextForm { Any, Folder, File, Database, Redis, OptionalAddress, UrlPath, Choice };

struct TextKey {
    QString &(*in)(Configuration &);
    TextForm form = TextForm::Any;
    QStringList choices = {}; //!< of TextForm::Choice
};
struct NumberKey {
    int &(*in)(Configuration &);
    int least, most;
};
struct FactorKey {
    double &(*in)(Configuration &);
    double least, most;
};
struct TimeKey {
    Duration &(*in)(Configuration &);
    Duration least, most;
};
struct OriginsKey {
    QStringList &(*in)(Configuration &);
};
struct NetworksKey {
    QStringList &(*in)(Configuration &);
};

//! One thing that can be set: where it stands in the file, what may be written there, what it means, and where it goes.
struct Key {
    QString path; //!< "section.name"
    std::variant<TextKey, NumberKey, FactorKey, TimeKey, OriginsKey, NetworksKey> kind;
    QString doc;
    bool secret = false; //!< never printed

    QString section() const { return path.section(u'.', 0, 0); }
    QString name() const { return path.section(u'.', 1); }
    //! The environment variable that overrides it: JJAK_SECTION_NAME.
    QString variable() const { return QStringLiteral("JJAK_") + QString(path).replace(u'.', u'_').toUpper(); }
    //! What may be written, as in "a whole number from 1 to 10".
    QString allowed() const;
    //! The value in a configuration, as it is written in TOML.
    QString written(const Configuration &configuration) const;
};

//! All keys, those of a section together, in the order of the default file.
const QList<Key> &configurationKeys();

//! What a source gave for a key, before it is known to fit.
using Value = std::variant<QString, qint64, double, bool, QStringList>;

//! Puts the value into the configuration; a complaint ("must be …") when it does not fit, and nothing is changed then.
std::optional<QString> apply(const Key &key, const Value &value, Configuration &to);
//! The same for a value that comes as text (environment, command line); lists are separated by commas.
std::optional<QString> applyText(const Key &key, const QString &text, Configuration &to);

//! "30s", "20m", "1500ms": a whole number and one of ms, s, m, h, d.
std::optional<Duration> durationFrom(QStringView text);
//! With the largest unit that gives a whole number.
QString toText(Duration duration);

} // namespace jjak::operate
