// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/forms/look_boxes.h"

using namespace Qt::StringLiterals;

namespace jjak::desktop {

Theme::Mode themeMode(const QString &setting)
{
    if (setting == "dark"_L1)
        return Theme::Mode::Dark;
    return setting == "light"_L1 ? Theme::Mode::Light : Theme::Mode::System;
}

LanguageBox::LanguageBox(Context &context, QWidget *parent) : Translated(parent), m_context(context)
{
    setSizeAdjustPolicy(AdjustToContents);
    addItem({}, QString());
    for (const QString &code : Languages::available())
        addItem(Languages::nameOf(code), code);
    retranslate();
    setCurrentIndex(std::max(0, findData(context.languages.chosen())));
    connect(this, &QComboBox::activated, this, [this](int index) {
        const QString code = itemData(index).toString();
        m_context.settings.setLanguage(code);
        m_context.languages.choose(code);
    });
    connect(&context.languages, &Languages::changed, this, [this] { setCurrentIndex(std::max(0, findData(m_context.languages.chosen()))); });
}

void LanguageBox::retranslate()
{
    setItemText(0, tr("As the system"));
    setAccessibleName(tr("Language"));
}

ThemeBox::ThemeBox(Context &context, QWidget *parent) : Translated(parent), m_context(context)
{
    setSizeAdjustPolicy(AdjustToContents);
    for (const QString &setting : {u""_s, u"light"_s, u"dark"_s})
        addItem({}, setting);
    retranslate();
    const auto show = [this] { setCurrentIndex(int(m_context.theme.mode())); };
    show();
    connect(this, &QComboBox::activated, this, [this](int index) {
        const QString setting = itemData(index).toString();
        m_context.settings.setTheme(setting);
        m_context.theme.setMode(themeMode(setting));
    });
    connect(&context.theme, &Theme::changed, this, show);
}

void ThemeBox::retranslate()
{
    setItemText(0, tr("As the system"));
    setItemText(1, tr("Light"));
    setItemText(2, tr("Dark"));
    setAccessibleName(tr("Look"));
}

} // namespace jjak::desktop
