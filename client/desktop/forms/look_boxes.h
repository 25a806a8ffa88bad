// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>

#include "client/desktop/context.h"
#include "client/desktop/translated.h"

namespace jjak::desktop {

//! The look that a setting's word stands for: "light", "dark", anything else as the system.
Theme::Mode themeMode(const QString &setting);

//! Chooses the language of the program, at once, and remembers it.
class LanguageBox final : public Translated<QComboBox> {
    Q_OBJECT

public:
    explicit LanguageBox(Context &context, QWidget *parent = nullptr);

protected:
    void retranslate() override;

private:
    Context &m_context;
};

//! Chooses light, dark, or as the system, at once, and remembers it.
class ThemeBox final : public Translated<QComboBox> {
    Q_OBJECT

public:
    explicit ThemeBox(Context &context, QWidget *parent = nullptr);

protected:
    void retranslate() override;

private:
    Context &m_context;
};

} // namespace jjak::desktop
