class ActionRestartService:
    def name(self):
        return "action_restart_service"
