// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QAbstractItemView;

namespace jjak::desktop {

//! Shows the rows of item views that Qt does not know (direct heirs of QAbstractItemView, which are opaque to screen readers
//! otherwise) as a list with one child a row, named by Qt::AccessibleTextRole. Call it in the constructor of such a view.
void installRowsAccessibility();

//! Tells screen readers that the current row of such a view has the focus now. Call it when the current row changed.
void tellCurrentRow(QAbstractItemView &view);

} // namespace jjak::desktop
