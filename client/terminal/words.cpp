// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/terminal/words.h"

#include <QLocale>
#include <QTranslator>

namespace jjak::terminal {

using namespace Qt::StringLiterals;

Language::Language() = default;
Language::~Language() = default;

void Language::choose(const QString &wished)
{
    const bool known = wished == "ko"_L1 || wished == "en"_L1;
    m_code = known ? wished : QLocale::system().language() == QLocale::Korean ? u"ko"_s : u"en"_s;
    m_translator = std::make_unique<QTranslator>(); // destroying the old one uninstalls it
    if (m_translator->load(u":/i18n/jjak_"_s + m_code))
        QCoreApplication::installTranslator(m_translator.get());
    QLocale::setDefault(m_code == "ko"_L1 ? QLocale(QLocale::Korean, QLocale::SouthKorea) : QLocale(QLocale::English));
}

} // namespace jjak::terminal
