// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QString>
#include <memory>

class QTranslator;

namespace jjak::terminal {

//! lupdate reads calls of this name: translate("term", "…").
inline QString translate(const char *context, const char *source, const char *disambiguation = nullptr, int n = -1)
{
    return QCoreApplication::translate(context, source, disambiguation, n);
}

//! The language of the interface: loads the catalogue that is built in, if there is one for it.
class Language {
public:
    Language();
    ~Language();
    //! "ko", "en"; anything else and empty: as the system.
    void choose(const QString &wished);
    //! "ko" or "en": what is shown at this moment.
    const QString &code() const { return m_code; }

private:
    std::unique_ptr<QTranslator> m_translator;
    QString m_code;
};

} // namespace jjak::terminal
