#pragma once

#include <QTableView>

namespace signalbox {

class Theme;

// A table of numbers, whose cells are opened by a click or Enter.
class FloorTable : public QTableView {
    Q_OBJECT

public:
    FloorTable(Theme& theme, QAbstractItemModel* model, QWidget* parent = nullptr);

    void fitColumns();

Q_SIGNALS:
    void opened(const QModelIndex& index);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    Theme& m_theme;
};

}
