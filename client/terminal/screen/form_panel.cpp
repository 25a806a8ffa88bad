// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "client/terminal/screen/panels.h"
#include "client/terminal/text/width.h"

namespace jjak::terminal::panels {

using namespace Qt::StringLiterals;

namespace {
constexpr int widest = 64;
}

void form(Canvas &canvas, const View &view)
{
    const Form &form = *view.form;
    const int columns = std::min(widest, canvas.columns() - 2);
    const int left = (canvas.columns() - columns) / 2;
    const int height = 2 + int(form.intro.size()) + 2 * int(form.fields.size()) + 6;
    int row = std::max(0, (canvas.rows() - 1 - height) / 2);
    int labels = 0;
    for (const FormField &field : form.fields)
        labels = std::max(labels, width(field.label));
    labels = std::min(labels, columns / 2);

    canvas.put(row, left, form.title, Style::Title);
    row += 2;
    for (const QString &line : form.intro) {
        for (const QString &part : wrapped(line, columns))
            canvas.put(row++, left, part, Style::Faint);
    }
    ++row;
    for (size_t i = 0; i < form.fields.size(); ++i) {
        const FormField &field = form.fields[i];
        const bool active = int(i) == form.active && form.busy.isEmpty();
        canvas.put(row, left, padded(field.label, labels), active ? Style::Strong : Style::Plain);
        const int at = left + labels + 2;
        canvas.put(row + 1, at, QString(std::max(0, left + columns - at), QChar(0x2500)), active ? Style::Accent : Style::Faint);
        editLine(canvas, row, at, left + columns - at, field.text, field.cursor, field.secret, active);
        row += 2;
    }
    canvas.put(row++, left, form.choice, form.active == int(form.fields.size()) ? Style::Selected : Style::Plain);
    ++row;
    const QString told = form.busy.isEmpty() ? form.error : form.busy;
    for (const QString &part : wrapped(told, columns))
        canvas.put(row++, left, part, form.busy.isEmpty() ? Style::Warning : Style::Accent);
    for (const QString &part : wrapped(form.keys, columns))
        canvas.put(row++, left, part, Style::Faint);
}

} // namespace jjak::terminal::panels
