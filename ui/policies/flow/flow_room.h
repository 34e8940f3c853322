#pragma once

#include "ui/policies/studio_context.h"
#include "ui/shared/analysis_port.h"

#include <QTimer>
#include <QWidget>

#include <optional>

class QComboBox;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace signalbox {

class ElidedLabel;
class FlowTableModel;
class FlowView;
class InlineMessage;
class PaneHeader;

// The whole rulebook as a picture, with the traffic of a period as the width of its ways; and the same as a table.
// Policies are switched and sent elsewhere from here.
class FlowRoom : public QWidget {
    Q_OBJECT

public:
    explicit FlowRoom(const StudioContext& studio, QWidget* parent = nullptr);
    ~FlowRoom() override;

protected:
    void showEvent(QShowEvent* event) override;

private:
    void buildHeader();
    void buildTable();
    void connectParts();
    void askTraffic();
    void rebuild();
    void showPicture(bool picture);
    void showFigures(int node);
    void showMenu(int node, const QPoint& global);
    void openPolicy(const PolicyId& policy);
    Period period() const;

    StudioContext m_studio;
    PaneHeader* m_header;
    QComboBox* m_period;
    QComboBox* m_origin;
    QPushButton* m_asPicture;
    QPushButton* m_asTable;
    InlineMessage* m_message;
    QStackedWidget* m_stack;
    FlowView* m_view;
    QTableView* m_table;
    FlowTableModel* m_rows;
    ElidedLabel* m_figures;
    std::optional<Traffic> m_traffic;
    quint64 m_ticket = 0;
    QTimer m_settle;
};

}
