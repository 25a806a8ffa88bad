// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>
#include <optional>

#include "common/base/ids.h"

namespace jjak::client {

//! Lines of one script in one language, by key. Empty: the script is not there in that language.
using Words = QHash<QString, QString>;

//! What the hosts of all known scripts say: plain data, filled from the cache and the network by others.
class ScriptWords {
public:
    //! Has been fetched once, even if there is nothing in that language.
    bool has(ScriptId script, const QString &language) const;
    //! Has lines in some language.
    bool hasAny(ScriptId script) const;
    void put(ScriptId script, const QString &language, const Words &words);
    //! The line in that language, else in another; of an unknown script the line of the same key in any that is known.
    //! nullopt as long as it is not here.
    std::optional<QString> line(ScriptId script, const QString &key, const QString &language) const;

    bool operator==(const ScriptWords &) const = default;

private:
    static std::optional<QString> lineIn(const QHash<QString, Words> &languages, const QString &key, const QString &language);

    QHash<ScriptId, QHash<QString, Words>> m_scripts; //!< script → language → key → line
};

} // namespace jjak::client
