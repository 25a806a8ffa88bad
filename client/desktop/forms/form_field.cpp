// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/forms/form_field.h"

#include <QStyle>
#include <QVBoxLayout>

#include "client/desktop/kit/theme.h"
#include "client/desktop/makers.h"

using namespace Qt::StringLiterals;

namespace jjak::desktop {

FormField::FormField(const Theme &theme, QWidget *editor, QWidget *extra, QWidget *parent)
    : QWidget(parent), m_editor(editor), m_label(makeLabel(this)), m_note(makeLabel(this, Tone::Muted))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme.px(4));
    layout->addWidget(m_label);
    layout->addWidget(editor);
    if (extra)
        layout->addWidget(extra);
    layout->addWidget(m_note);
    m_label->setBuddy(editor);
    setFocusProxy(editor);
    refresh();
}

void FormField::setTexts(const QString &label, const QString &hint)
{
    m_label->setText(label);
    m_name = label;
    m_hint = hint;
    refresh();
}

void FormField::setError(const QString &error)
{
    m_error = error;
    refresh();
}

bool FormField::hasError() const
{
    return !m_error.isEmpty();
}

void FormField::refresh()
{
    m_note->setText(hasError() ? m_error : m_hint);
    m_note->setVisible(!m_note->text().isEmpty());
    setTone(m_note, hasError() ? Tone::Danger : Tone::Muted);
    m_editor->setAccessibleName(m_name);
    m_editor->setAccessibleDescription(m_note->text()); // read out with the field, also when it is wrong
    m_editor->setProperty("wrong", hasError());
    m_editor->style()->unpolish(m_editor);
    m_editor->style()->polish(m_editor);
}

} // namespace jjak::desktop
