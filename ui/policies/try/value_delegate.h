#pragma once

#include <QStyledItemDelegate>

namespace signalbox {

class Theme;
class Trial;

// A row of values: what was changed stands out with what it was, what is missing is muted. Editing offers the values that
// rules compare with.
class ValueDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    ValueDelegate(const Theme& theme, const Trial& trial, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void setEditorData(QWidget* editor, const QModelIndex& index) const override;
    void setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const override;
    void updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                              const QModelIndex& index) const override;

private:
    const Theme& m_theme;
    const Trial& m_trial;
};

}
