// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/languages.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace jjak::desktop {

Languages::Languages(QObject *parent) : QObject(parent)
{
}

Languages::~Languages() = default;

QStringList Languages::available()
{
    return {u"ko"_s, u"en"_s};
}

QString Languages::nameOf(const QString &code)
{
    return code == "ko"_L1 ? u"한국어"_s : u"English"_s;
}

void Languages::choose(const QString &code)
{
    m_chosen = available().contains(code) ? code : QString();
    QString wanted = m_chosen;
    for (const QString &spoken : QLocale::system().uiLanguages()) {
        if (wanted.isEmpty() && available().contains(spoken.left(2)))
            wanted = spoken.left(2);
    }
    m_current = wanted.isEmpty() ? u"en"_s : wanted;

    m_translators.clear(); // a translator that is destroyed uninstalls itself
    QLocale::setDefault(QLocale(m_current));
    install(u":/i18n/jjak_en.qm"_s); // plural forms, also where the other language has a gap
    if (m_current != "en"_L1) {
        install(u":/i18n/jjak_%1.qm"_s.arg(m_current));
        install(QLibraryInfo::path(QLibraryInfo::TranslationsPath) + u"/qtbase_%1.qm"_s.arg(m_current));
    }
    Q_EMIT changed();
}

void Languages::install(const QString &file)
{
    auto translator = std::make_unique<QTranslator>();
    if (!translator->load(file))
        return;
    QCoreApplication::installTranslator(translator.get());
    m_translators.push_back(std::move(translator));
}

} // namespace jjak::desktop
