#pragma once

#include "ui/shared/page_context.h"

#include <QStyledItemDelegate>

namespace signalbox {

// Two lines a conversation: name, tier and when it was opened; channel and what was said.
class BehindDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    explicit BehindDelegate(const PageContext& context, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    PageContext m_context;
};

}
